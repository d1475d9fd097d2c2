//! Words of histories, of the charts of the record, and of citations, in both languages.
//!
//! Words of the rest of the window are in `ui_words`; those of the facts' kinds stand beside their types.

words! {
    /// Heading, and before a name on the chip.
    HISTORY = "History", "Histoire";
    /// Before a name on the chip.
    HISTORY_OF = "History of", "Histoire :";
    /// Button on the chip.
    LEAVE_HISTORY = "Leave this history", "Quitter cette histoire";
    /// Below the heading of a history.
    HISTORY_HINT = "N and P go from event to event; a line leads to its day.", "N et P vont d’un événement à l’autre ; une ligne mène à son jour.";
    /// A history without lines.
    NO_HISTORY = "The record holds nothing about it.", "Les données ne contiennent rien à son sujet.";
    /// Link in a history to an event.
    OPEN_EVENT = "Open this event", "Ouvrir cet événement";
    /// Kind of a selected thing.
    STATE_AS_ACTOR = "State, as an actor", "État, comme acteur";
    /// Link from a state as an actor.
    THE_COUNTRY = "The country", "Le pays";
    /// Link from a country.
    AS_ACTOR = "Its bases and troops elsewhere", "Ses bases et ses troupes ailleurs";
    /// Heading.
    TROOPS_THAT_DAY = "Troops that day", "Troupes ce jour-là";
    /// Heading.
    BASES_THAT_DAY = "Bases held that day", "Bases tenues ce jour-là";
    /// Heading.
    MEMBERS_THAT_DAY = "Members that day", "Membres ce jour-là";
    /// Heading.
    MISSIONS = "Missions", "Missions";
    /// Before a name.
    LED_BY = "Led by", "Conduite par";
    /// Before names.
    TAKING_PART = "Taking part:", "Y participent :";
    /// Before a figure.
    AT_MOST = "Highest strength:", "Effectif maximal :";
    /// An alliance begins.
    FOUNDED = "founded", "fondée";
    /// Between a name and how relations stand.
    RELATIONS = "relations", "relations";
    /// A figure of nobody.
    NOBODY_LEFT = "nobody left", "plus personne";
    /// Heading above events that an event follows from.
    FOLLOWED_FROM = "Followed from", "Fait suite à";
    /// Heading above events that follow from an event.
    LED_TO = "Led to", "A mené à";
    /// Heading above the events around one at its place, of which the data do not say that they belong together.
    SAME_PLACE = "Before and after at the same place", "Avant et après au même lieu";
    /// Lane of a base.
    LANE_HELD_BY = "Held by", "Tenue par";
    /// Lane of a country.
    LANE_FOREIGN_BASES = "Foreign bases", "Bases étrangères";
    /// Lane of an actor.
    LANE_BASES_IN = "Its bases", "Ses bases";
    /// Lane of a mission.
    LANE_BASES = "Bases", "Bases";
    /// Lane.
    LANE_ALLIANCES = "Alliances", "Alliances";
    /// Lane.
    LANE_MEMBERS = "Members", "Membres";
    /// Lane.
    LANE_MEASURES = "Skies, borders", "Ciels, frontières";
    /// Lane.
    LANE_LIFE = "Lasted", "Durée";
    /// Lane.
    LANE_EVENTS = "Events", "Événements";
    /// Heading of a chart.
    TROOPS_OVER_TIME = "Foreign troops in the five countries", "Troupes étrangères dans les cinq pays";
    /// Heading of a chart.
    MEMBERS_OVER_TIME = "Of the five countries, members of", "Parmi les cinq pays, membres de";
    /// Heading of a chart.
    SKIES_OVER_TIME = "Skies closed to somebody", "Ciels fermés à quelqu’un";
    /// Forces of a chart that are too small to be told apart.
    OTHERS = "others", "autres";
    /// Tooltip of a chart.
    CHART_HINT = "Click or drag to go to a day", "Cliquez ou glissez pour aller à un jour";
    /// Before a value and a date of a chart.
    MOST = "most:", "maximum :";
    /// Command.
    COPY_PLAIN = "Copy the sources as text", "Copier les sources en texte";
    /// Command.
    COPY_BIBTEX = "Copy the sources as BibTeX", "Copier les sources en BibTeX";
    /// Command.
    COPY_CSL_JSON = "Copy the sources as CSL-JSON", "Copier les sources en CSL-JSON";
    /// Button that opens the choice of forms of a citation.
    COPY_AS = "Copy", "Copier";
}
