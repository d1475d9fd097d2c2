//! Words of pictures of two days, in both languages.
//!
//! What changed is told in `compare_words`.

words! {
    /// Title: before day A.
    SAHEL_ON = "The Sahel on", "Le Sahel le";
    /// Title: before day B.
    AND_ON = "and on", "et le";
    /// Alt text: what kind of picture.
    TWO_MAPS = "Two maps of the Sahel", "Deux cartes du Sahel";
    /// After how many days and events.
    BETWEEN = "between A and B.", "entre A et B.";
    /// Heading: bases handed over, and those that only some of their holders left or came to.
    BASES_CHANGED = "Bases that changed hands", "Bases changeant de mains";
    /// Heading: skies closed and reopened.
    SKIES = "Skies closed and reopened", "Ciels fermés et rouverts";
    /// What happened to a sky.
    CLOSED = "closed", "fermé";
    /// What happened to a sky.
    REOPENED = "reopened", "rouvert";
    /// Heading of the changes.
    WHAT_CHANGED = "What changed", "Ce qui a changé";
    /// Before kinds of change that have no room.
    ALSO_CHANGED = "Also changed:", "Ont aussi changé :";
    /// Heading of the legend, where it explains both maps.
    ON_BOTH = "A → B", "A → B";
    /// Before kinds of sign that have no room in the legend.
    ALSO_ON_THE_MAPS = "Also on the maps:", "Aussi sur les cartes :";
}
