//! Why a file is no story, in a sentence of either language.
//!
//! What the reader of TOML says is put into French where it is known, and quoted where it is not.

use super::shelf::Unread;
use crate::lang::{Lang, editor_words as w, typeset};
use crate::story::file::{LONGEST, StoryError};

impl Unread {
    /// The sentence, without a full stop.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Unread::System(why) => why.clone(),
            Unread::NotText => w::NOT_TEXT.get(lang).to_owned(),
            Unread::Form(error) => match lang {
                Lang::En => error.to_string(),
                Lang::Fr => typeset(&in_french(error), lang),
            },
        }
    }
}

fn in_french(error: &StoryError) -> String {
    match error {
        StoryError::Form {
            line,
            column,
            field,
            why,
        } => format!("ligne {line}, colonne {column} : {field} : {}", reason(why)),
        StoryError::Value { field, found, .. } => {
            let end = field.rsplit('.').next().unwrap_or_default();
            let expected = match end {
                "frame" => {
                    "ouest, sud, est, nord en degrés, l’ouest avant l’est et le sud avant le nord"
                }
                "play" => "un jour antérieur à celui de l’étape et une durée de 0.1 à 600 secondes",
                "view" => "ni jour, ni cadre, ni langue, qui ont leurs propres champs",
                "file" => "le nom d’un fichier placé à côté du récit",
                _ => "500 étapes au plus",
            };
            format!("{field} : attendu {expected}, trouvé {found}")
        }
        StoryError::Newer(version) => format!(
            "sahelscope-story : version {version} ; une version plus récente de Sahelscope peut l’ouvrir"
        ),
        StoryError::TooLong(_) => format!("plus de {LONGEST} octets, trop long pour un récit"),
    }
}

fn reason(why: &str) -> String {
    let named = |start: &str| {
        let rest = why.strip_prefix(start)?;
        rest.split('`').next()
    };
    if let Some(field) = named("missing field `") {
        format!("il manque le champ `{field}`")
    } else if let Some(field) = named("unknown field `") {
        format!("champ inconnu `{field}`")
    } else if let Some(field) = named("duplicate field `") {
        format!("champ `{field}` en double")
    } else {
        let first = why.lines().next().unwrap_or_default();
        format!("« {first} »")
    }
}
