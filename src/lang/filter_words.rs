//! Words of the filters, in both languages: facets, chips, the panel, the drawn area.
//!
//! Names of categories and of how sure something is stand beside their types.

words! {
    /// Tab, command.
    FILTERS = "Filters", "Filtres";
    /// Command.
    SHOW_FILTERS = "Filter the events", "Filtrer les événements";
    /// Command, button.
    CLEAR_ALL = "Clear all filters", "Effacer tous les filtres";
    /// Short button.
    CLEAR = "Clear all", "Effacer";
    /// Command, button.
    DRAW_AREA = "Draw an area on the map", "Dessiner une zone sur la carte";
    /// Button while there is an area.
    DRAW_ANEW = "Draw another area", "Dessiner une autre zone";
    /// Heading.
    CATEGORIES = "Categories", "Catégories";
    /// Heading.
    COUNTRIES = "Countries", "Pays";
    /// Heading.
    ACTORS = "Actors and targets", "Acteurs et cibles";
    /// Heading.
    CONFIDENCE = "How sure", "Fiabilité";
    /// Name of the field.
    WORDS_FIELD = "Only events with these words", "Seulement les événements avec ces mots";
    /// In the empty field.
    WORDS_HINT = "Only with these words", "Seulement avec ces mots";
    /// In the empty field above a long list.
    FIND_IN = "Find in the list", "Chercher dans la liste";
    /// No line of a list fits.
    NONE_SUCH = "None in the list is called so.", "Rien dans la liste ne s’appelle ainsi.";
    /// Link that shows a whole list; a number follows.
    SHOW_ALL = "Show all", "Tout afficher";
    /// Link that shows the head of a list.
    SHOW_FEWER = "Show fewer", "En afficher moins";
    /// Before a name, in a chip.
    COUNTRY = "Country", "Pays";
    /// Before a name, in a chip.
    ACTOR = "Actor", "Acteur";
    /// Chip.
    DRAWN_AREA = "Drawn area", "Zone dessinée";
    /// Before the name of a chip, for screen readers.
    REMOVE = "Remove filter:", "Retirer le filtre :";
    /// Beginning of the sentence about a filter.
    ONLY = "Events shown:", "Événements montrés :";
    /// Before names, in a sentence.
    OF_ACTOR = "involving", "impliquant";
    /// Before names, in a sentence.
    OF_COUNTRY = "country", "pays";
    /// In a sentence.
    IN_THE_AREA = "inside the outlined area", "dans la zone tracée";
    /// Before words, in a sentence.
    WITH_WORDS = "with the words", "avec les mots";
    /// Below the count.
    EVENTS_ONLY = "Filters choose events. Bases, skies and alliances stay.", "Les filtres choisissent des événements. Bases, ciels et alliances restent.";
    /// Nothing fits.
    NOTHING_FITS = "No event fits all of this. Remove a filter, or clear them all.", "Aucun événement ne répond à tout cela. Retirez un filtre, ou effacez-les tous.";
    /// Above the map while an area is drawn.
    DRAW_FIRST = "Click the corners of the area, or drag a box. Enter takes the part in view, Escape cancels.", "Cliquez les coins de la zone, ou tirez un cadre. Entrée prend la partie visible, Échap annule.";
    /// Above the map while an area is drawn.
    DRAW_MORE = "Next corner… Backspace takes the last one back, Escape cancels.", "Coin suivant… Retour arrière reprend le dernier, Échap annule.";
    /// Above the map while an area is drawn.
    DRAW_CLOSE = "Double click or Enter closes the area, Backspace takes a corner back, Escape cancels.", "Double clic ou Entrée ferme la zone, Retour arrière reprend un coin, Échap annule.";
    /// Where the day has events, but none that the filters let through.
    HELD_BACK_ONE = "event of this day is filtered out.", "événement de ce jour est filtré.";
    /// The same, several.
    HELD_BACK_MANY = "events of this day are filtered out.", "événements de ce jour sont filtrés.";
    /// Text of a picture whose day has no event that the filters let through.
    ONLY_OTHERS = "No event of this day fits the filters.", "Aucun événement de ce jour ne répond aux filtres.";
    /// Tooltip of the count.
    COUNT_HINT = "Events that the filters let through, of all events of the record", "Événements retenus par les filtres, sur tous ceux des données";
}
