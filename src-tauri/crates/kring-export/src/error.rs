//! Why a document could not be made. Never holds what the document says.

/// A document that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The bundled citation style could not be read.
    #[error("citation style is not readable")]
    Style(#[source] hayagriva::citationberg::XmlDeError),
    /// The values could not be handed to the typesetter.
    #[error("document values cannot be written as JSON")]
    Values(#[source] serde_json::Error),
    /// The typesetter refused the document; `stage` says where, `messages` how often.
    #[error("typesetting failed while {stage} ({count} messages)")]
    Typesetting {
        /// What it was doing.
        stage: &'static str,
        /// How many things it found wrong.
        count: usize,
    },
}
