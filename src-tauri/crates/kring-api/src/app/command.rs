//! Every command of the app around its circles, declared as those of an open circle are.

use serde_json::Value;

use super::front_desk::FrontDesk;
use super::{address, backups, circles, files, key_sheet, lock, sample, search, settings, view};
use crate::command::commands;
use crate::desk::Nothing;
use crate::error::Result;
use crate::use_case::backup::ByBackup;
use crate::use_case::store::Deed;

/// How a command of the app is run.
pub type AppRun = fn(&mut FrontDesk<'_>, Value) -> Result<Value>;

commands! {
    /// Every command of the app, in order of subject.
    APP_COMMANDS: AppRun;

    #[doc = "Shows whether there are circles, which are open, the settings and the files that wait."]
    show_app: Nothing => view::AppView = view::show;
    #[doc = "Gives the sentences of the window in the language in use, as Fluent source texts."]
    show_texts: Nothing => settings::Texts = settings::texts;
    #[doc = "Changes language, appearance, size of text or the time until locking."]
    change_settings: settings::ChangeSettings => settings::Settings = settings::change;
    #[doc = "Lets the member choose where documents and packages go."]
    choose_folder: Nothing => settings::Settings = settings::choose_folder;

    #[doc = "Begins a circle on this laptop and shows the keys that go on paper."]
    found_circle: circles::FoundCircle => circles::NewCircleKeys = circles::found;
    #[doc = "Makes a store that waits for a circle, and the card that asks to be let in."]
    ask_to_join: circles::AskToJoin => circles::NewCircleKeys = circles::ask_to_join;
    #[doc = "Writes the card that asks to be let in, to be sent to the coordinator."]
    write_card: Nothing => circles::WrittenFile = circles::write_card;
    #[doc = "Shows the keys of a circle that are not on paper yet; nothing when there are none."]
    show_printed_keys: Nothing => key_sheet::KeysToPrint = key_sheet::show;
    #[doc = "Opens sheets with the keys that are not on paper yet, for printing."]
    write_key_sheets: Nothing => circles::WrittenFile = key_sheet::write;
    #[doc = "Forgets the keys that were shown."]
    forget_printed_keys: Nothing => Deed = key_sheet::forget;

    #[doc = "Opens every circle that the passphrase fits."]
    unlock: Nothing => view::AppView = lock::unlock;
    #[doc = "Opens the circle that the printed key fits, and gives it a new passphrase."]
    unlock_with_recovery_key: Nothing => view::AppView = lock::unlock_with_recovery_key;
    #[doc = "Closes every circle."]
    lock: Nothing => view::AppView = lock::lock;
    #[doc = "Gives every open circle another passphrase."]
    change_app_passphrase: Nothing => Deed = lock::change_passphrase;

    #[doc = "Goes back to a backup of an open circle; what is there now is kept as a backup."]
    restore_backup: ByBackup => view::AppView = backups::restore;
    #[doc = "Puts the last good backup in the place of each damaged store that the passphrase fits, and opens them."]
    restore_damaged: Nothing => view::AppView = backups::restore_damaged;

    #[doc = "Opens a sample circle full of life, which is gone when it is closed."]
    open_sample: Nothing => circles::CircleHandle = sample::open;
    #[doc = "Closes the sample circle and removes it."]
    close_sample: Nothing => view::AppView = sample::close;

    #[doc = "Lets the member choose files, and gives each a number."]
    choose_files: files::ChooseFiles => Vec<files::OpenedFile> = files::choose;
    #[doc = "Lists files that were double-clicked or dropped and wait."]
    list_opened: Nothing => Vec<files::OpenedFile> = files::opened;
    #[doc = "Forgets a file that waits; the file itself stays."]
    drop_opened: files::ByFile => Deed = files::discard;

    #[doc = "Finds records in every open circle, best first in each."]
    search_all: search::SearchAll => Vec<search::FoundInCircle> = search::search;
    #[doc = "Opens a web or mail address with the system's own program."]
    open_address: address::OpenAddress => Deed = address::open;
}
