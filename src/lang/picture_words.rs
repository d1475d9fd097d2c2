//! Words about pictures as files: what they show in words, and why one does not open.
//!
//! Words on the map are in `words`.

words! {
    /// Before the system's reason.
    PICTURE_UNREADABLE = "the file cannot be read:", "le fichier est illisible :";
    /// A file of another kind.
    NO_PICTURE = "this is no PNG, SVG, PDF, GIF, MP4 or HTML", "ce n’est ni un PNG, ni un SVG, ni un PDF, ni un GIF, ni un MP4, ni un HTML";
    /// Before the name of a file and why it does not open.
    CANNOT_OPEN = "Cannot open", "Impossible d’ouvrir";
    /// Several files were dropped.
    FIRST_ONLY = "Only the first of the dropped files is opened.", "Seul le premier des fichiers déposés est ouvert.";
    /// Alt text: what kind of picture.
    MAP_OF_THE_SAHEL = "Map of the Sahel", "Carte du Sahel";
    /// Alt text: before the list of events.
    EVENTS_ON_THE_MAP = "Events on the map", "Événements sur la carte";
    /// Alt text: before the version of the data.
    DATA_OF = "Data of", "Données du";
    /// Before the name of a country, in the tooltips of an SVG.
    CLOSED_SKY = "Closed sky:", "Ciel fermé\u{202F}:";
    /// Before the version of data that differ.
    OTHER_DATA = "The picture was drawn from the data of", "L’image vient des données du";
    /// Before the version of the data that are shown.
    DATA_HERE = "This copy has those of", "Cette copie a celles du";
}
