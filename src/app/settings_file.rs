//! Where the settings are kept between runs, and how they are read and written.
//!
//! A file that cannot be read is set aside under another name, never overwritten; writing is whole or not at all.

use crate::state::Settings;
use anyhow::Context as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Name of the file.
const NAME: &str = "settings.json";

/// The settings' file, or none where the platform names no place for it.
pub struct SettingsFile {
    path: Option<PathBuf>,
}

/// What was found.
pub struct Found {
    /// The settings; the usual ones where there were none.
    pub settings: Settings,
    /// The name under which an unreadable file was set aside.
    pub set_aside: Option<PathBuf>,
}

impl SettingsFile {
    /// The file in the platform's place for settings.
    pub fn of_user() -> SettingsFile {
        let place = directories::ProjectDirs::from("", "", "sahelscope");
        SettingsFile {
            path: place.map(|p| p.config_dir().join(NAME)),
        }
    }

    /// A file in a folder.
    pub fn in_folder(folder: &Path) -> SettingsFile {
        SettingsFile {
            path: Some(folder.join(NAME)),
        }
    }

    /// Its folder, where other things that are kept between runs may stand as well.
    pub fn folder(&self) -> Option<&Path> {
        self.path.as_deref()?.parent()
    }

    /// Reads the settings.
    pub fn load(&self) -> Found {
        let usual = |set_aside| Found {
            settings: Settings::default(),
            set_aside,
        };
        let Some(path) = &self.path else {
            return usual(None);
        };
        let Ok(bytes) = std::fs::read(path) else {
            return usual(None);
        };
        let text = String::from_utf8_lossy(&bytes);
        match Settings::from_text(&text) {
            Ok(settings) => Found {
                settings,
                set_aside: None,
            },
            Err(_) => usual(set_aside(path)),
        }
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// When the folder or the file cannot be written.
    pub fn save(&self, settings: &Settings) -> anyhow::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let folder = path.parent().context("the settings have no folder")?;
        let write = || -> anyhow::Result<()> {
            std::fs::create_dir_all(folder)?;
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(settings.to_text().as_bytes())?;
            file.persist(path)?;
            Ok(())
        };
        write().with_context(|| path.display().to_string())
    }
}

/// Renames a bad file to the first free `settings.json.bad-N`.
fn set_aside(path: &Path) -> Option<PathBuf> {
    let names = (1..=999u16).map(|n| path.with_file_name(format!("{NAME}.bad-{n}")));
    let free = names.into_iter().find(|name| !name.exists())?;
    std::fs::rename(path, &free).ok()?;
    Some(free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_bad_ones_are_set_aside() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = SettingsFile::in_folder(folder.path());
        let settings = Settings {
            lang: "fr".to_owned(),
            trail_days: 120,
            ..Settings::default()
        };
        file.save(&settings).expect("the folder can be written");
        assert_eq!(file.load().settings, settings);
        for n in 1..=2 {
            std::fs::write(folder.path().join(NAME), "{ not json")
                .expect("the folder can be written");
            let found = file.load();
            assert_eq!(found.settings, Settings::default());
            assert_eq!(
                found.set_aside,
                Some(folder.path().join(format!("{NAME}.bad-{n}")))
            );
        }
    }
}
