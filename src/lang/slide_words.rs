//! Words of slides and handouts, in both languages.
//!
//! What a story says is in the story; words of the map are in `words`.

words! {
    /// Before the number of a step.
    STEP = "step", "étape";
    /// Between the number of a step and how many there are.
    OF = "of", "sur";
    /// The same at the head of a sheet.
    STEP_HEAD = "Step", "Étape";
    /// Heading: what the presenter reads.
    NOTES = "Notes", "Notes";
    /// Heading: who reports it.
    SOURCES = "Sources", "Sources";
    /// A button of a page: the step before.
    BACK = "Back", "Retour";
    /// A button of a page: the next step.
    NEXT = "Next", "Suite";
    /// A button of a page: notes and sources of the step.
    ALL_STEPS = "Steps", "Étapes";
    /// Which keys a page knows.
    KEYS = "Arrows, Page Up and Page Down, Space or a clicker: next and back. Home and End: first and last. B: blank. F: full screen. N: notes and sources.", "Flèches, Page préc. et Page suiv., Espace ou télécommande : avancer et reculer. Début et Fin : première et dernière. B : écran noir. F : plein écran. N : notes et sources.";
    /// Under a page: it needs nothing else.
    WORKS_ALONE = "This page works without a network: it is one file.", "Cette page fonctionne sans réseau : un seul fichier.";
}
