//! Every refusal has its two sentences, in both languages.

use kring_domain::text::{Catalogue, Language};
use kring_trust::cbor::BadCbor;

use super::super::PackageError;
use super::DeviceId;

#[test]
fn every_refusal_says_what_happened_and_what_to_do() {
    let failed = || std::io::Error::other("test");
    let refusals = [
        PackageError::NotAge,
        PackageError::HeaderTooLong,
        PackageError::TooManyStanzas,
        PackageError::WorkFactor,
        PackageError::NotForMe,
        PackageError::NeedsWords,
        PackageError::WrongWords,
        PackageError::Damaged,
        PackageError::Magic,
        PackageError::ManifestTooLong,
        PackageError::ManifestCbor(BadCbor::Malformed),
        PackageError::ManifestForm("heads"),
        PackageError::Signature,
        PackageError::SenderUnknown(DeviceId::ZERO),
        PackageError::Circle,
        PackageError::Version,
        PackageError::TooManyFrames,
        PackageError::TooLarge,
        PackageError::FrameLength,
        PackageError::FrameRatio,
        PackageError::FrameWindow,
        PackageError::FrameForm,
        PackageError::FrameHash,
        PackageError::Attachment,
        PackageError::Trailing,
        PackageError::NotAsWritten,
        PackageError::NoRecipients,
        PackageError::RecipientKey,
        PackageError::Read(failed()),
        PackageError::Write(failed()),
    ];
    for language in [Language::Dutch, Language::English] {
        let catalogue = Catalogue::new(language);
        for refusal in &refusals {
            let code = refusal.code();
            assert!(catalogue.has(code), "{code} in {}", language.tag());
            assert!(
                catalogue.has(&format!("{code}-todo")),
                "{code}-todo in {}",
                language.tag()
            );
        }
    }
}
