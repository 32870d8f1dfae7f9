//! How a store begins and stays accessible: a new circle, a request to join one, a new passphrase.

use kring_api::domain::text::Catalogue;
use kring_api::error::Refusal;
use kring_api::host::{Secret, random};
use kring_api::workspace::{Kdf, NewCircle, NewStore, PrintedKeys, Unlock, Workspace};

use crate::access::Access;
use crate::arguments::{JoinRequest, New, Passphrase};
use crate::failure::{Failure, Result};
use crate::new_file::NewFile;
use crate::secret::Secrets;
use crate::{key_file, print};
use kring_system::System;

/// Makes a store with a new circle in it.
pub fn found(arguments: New, words: &Catalogue) -> Result<()> {
    let New { access, circle, name } = arguments;
    let key_file = reserve_key_file(&access)?;
    let store = new_store(&access, name, words)?;
    let (workspace, keys) = Workspace::found(
        store,
        NewCircle {
            name: circle,
            sample: false,
        },
    )?;
    if let Some(circle) = workspace.circle() {
        print::answer(&format!("circle {}", circle.id))?;
    }
    hand_over(&workspace, &keys, key_file, words)
}

/// Makes a store that waits for a circle, and the card for its coordinator.
pub fn ask_to_join(arguments: JoinRequest, words: &Catalogue) -> Result<()> {
    let JoinRequest {
        access,
        name,
        to,
        invitation,
        words_file,
    } = arguments;
    // Words that are missing must be known before a store is made.
    let secrets = Secrets {
        words_file,
        ..access.secrets()
    };
    let invited = invitation
        .map(|file| Ok::<_, Failure>((file, secrets.get(Secret::InvitationWords, false, words)?)))
        .transpose()?;
    let key_file = reserve_key_file(&access)?;
    let card_file = NewFile::reserve(&to, Failure::FileThere)?;
    let (mut workspace, mut card, keys) = Workspace::ask_to_join(new_store(&access, name, words)?)?;
    hand_over(&workspace, &keys, key_file, words)?;
    // The store is there now: with words that do not fit, its plain card still lets it in.
    let accepted = invited.map_or(Ok(()), |(file, typed)| {
        workspace.accept_invitation(&file, &typed).map(drop)
    });
    if let Some((_, own)) = workspace.own_card_file()? {
        card = own;
    }
    card_file.write(&card)?;
    accepted?;
    print::tell(&words.say("cli-send-card"));
    Ok(())
}

/// Gives a store another passphrase, by the old one or by the `herstelsleutel`.
pub fn renew_passphrase(arguments: Passphrase, words: &Catalogue) -> Result<()> {
    let Passphrase {
        access,
        new_passphrase_file,
        recovery_key_file,
        recover,
    } = arguments;
    let by_recovery_key = recover || recovery_key_file.is_some();
    let secrets = Secrets {
        new_passphrase_file,
        recovery_key_file,
        ..access.secrets()
    };
    if by_recovery_key {
        let printed = secrets.get(Secret::RecoveryKey, false, words)?;
        let new_passphrase = secrets.get(Secret::NewPassphrase, true, words)?;
        access.unlock(
            Unlock::Recovery {
                printed,
                new_passphrase,
                kdf: Kdf::DEFAULT,
            },
            words,
        )?;
    } else {
        let old = secrets.get(Secret::Passphrase, false, words)?;
        let mut workspace = access.unlock(Unlock::Passphrase(old.clone()), words)?;
        let new = secrets.get(Secret::NewPassphrase, true, words)?;
        workspace.change_passphrase(&old, &new, Kdf::DEFAULT)?;
    }
    print::tell(&words.say("cli-passphrase-renewed"));
    Ok(())
}

fn reserve_key_file(access: &Access) -> Result<Option<NewFile>> {
    access
        .key_file
        .as_deref()
        .map(|path| NewFile::reserve(path, Refusal::KeyFileThere))
        .transpose()
}

fn new_store(
    access: &Access,
    name: kring_api::domain::name::PersonName,
    words: &Catalogue,
) -> Result<NewStore> {
    Ok(NewStore {
        folder: access.folder(),
        passphrase: first_passphrase(access, words)?,
        kdf: Kdf::DEFAULT,
        name,
        language: words.language(),
        surroundings: Box::new(System),
    })
}

/// The passphrase of a new store. A script that keeps the raw key needs none: then it is one that
/// nobody knows.
fn first_passphrase(access: &Access, words: &Catalogue) -> Result<String> {
    match access.secrets().get(Secret::Passphrase, true, words) {
        Err(Failure::NoSecret(_)) if access.key_file.is_some() => {
            print::tell(&words.say("cli-passphrase-unknown"));
            Ok(hex::encode(random::<32>(&mut System)))
        }
        result => result,
    }
}

/// Prints the keys that go on paper, before anything else can fail, and writes the key file.
fn hand_over(
    workspace: &Workspace,
    keys: &PrintedKeys,
    key_file: Option<NewFile>,
    words: &Catalogue,
) -> Result<()> {
    print::answer(&format!("device {}", workspace.device()))?;
    print::answer(&format!("recovery-key {}", keys.recovery))?;
    if let Some(authority) = &keys.authority {
        print::answer(&format!("authority-key {authority}"))?;
    }
    let on_paper = if keys.authority.is_some() {
        "cli-keep-both-keys"
    } else {
        "cli-keep-recovery-key"
    };
    print::tell(&words.say(on_paper));
    match key_file {
        Some(file) => file.write(key_file::encode(workspace.raw_key()).as_bytes()),
        None => Ok(()),
    }
}
