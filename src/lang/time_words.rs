//! Words of the time axis: ranges, playing, lanes; in both languages.
//!
//! Dates and numbers in words have rooms of their own.

words! {
    /// Title of a picture of a range.
    IN_THESE_DAYS = "What happened in the Sahel", "Ce qui s’est passé au Sahel";
    /// Text of a range without an event.
    NOTHING_IN_THESE_DAYS = "No event is recorded in this period.", "Aucun événement n’est consigné pour cette période.";
    /// Before the titles of some events of a range.
    AMONG_THEM = "Among them:", "Parmi eux :";
    /// Choice: the day and its trail.
    MODE_DAY = "Day", "Jour";
    /// Choice: between two days.
    MODE_RANGE = "Range", "Période";
    /// Choice: all up to the day.
    MODE_UP_TO = "Up to", "Jusqu’au";
    /// What the choice decides, for tooltips and screen readers.
    MODE = "Days shown", "Jours montrés";
    /// Tooltip of a choice.
    MODE_DAY_HINT = "One day, with the trail of the days before", "Un jour, avec la traîne des jours précédents";
    /// Tooltip of a choice.
    MODE_RANGE_HINT = "Everything that happened between two days", "Tout ce qui s’est passé entre deux jours";
    /// Tooltip of a choice.
    MODE_UP_TO_HINT = "Everything from the beginning of the record to the day", "Tout depuis le début des données jusqu’au jour";
    /// Command.
    NEXT_MODE = "Day, range or up to the day", "Jour, période ou jusqu’au jour";
    /// Command.
    RANGE_FROM_HERE = "Begin a range on this day", "Commencer une période ce jour";
    /// Command.
    RANGE_LATER = "Move the range later by its length", "Avancer la période de sa durée";
    /// Command.
    RANGE_EARLIER = "Move the range earlier by its length", "Reculer la période de sa durée";
    /// Command and menu.
    BACKWARDS = "Play backwards", "Lecture à rebours";
    /// Command and menu.
    LOOP = "Play in a loop", "Lecture en boucle";
    /// Command and menu.
    SKIP_QUIET = "Skip quiet stretches", "Sauter les périodes calmes";
    /// Command and menu.
    TROOP_CURVE = "Curve of foreign troops", "Courbe des troupes étrangères";
    /// Command.
    ZOOM_AXIS_IN = "Zoom the time lanes in", "Agrandir la frise";
    /// Command.
    ZOOM_AXIS_OUT = "Zoom the time lanes out", "Réduire la frise";
    /// Command.
    WHOLE_AXIS = "See all in the time lanes", "Tout voir dans la frise";
    /// Menu of the time panel.
    PLAY_OPTIONS = "How time plays", "Comment le temps défile";
    /// Command.
    FOLD_AIRSPACE = "Fold the lane: closed skies", "Replier la ligne : ciels fermés";
    /// Command.
    FOLD_ALLIANCES = "Fold the lane: alliances", "Replier la ligne : alliances";
    /// Command.
    FOLD_TROOPS = "Fold the lane: troops", "Replier la ligne : troupes";
    /// Command.
    FOLD_PACTS = "Fold the lane: skies, alliances", "Replier la ligne : ciels, alliances";
    /// Command.
    FOLD_POWER = "Fold the lane: coups, attacks", "Replier la ligne : coups, attaques";
    /// Command.
    FOLD_DIPLOMACY = "Fold the lane: diplomacy", "Replier la ligne : diplomatie";
    /// State of a lane, for screen readers.
    LANE_FOLDED = "folded", "repliée";
    /// State of a lane, for screen readers.
    LANE_OPEN = "open", "ouverte";
    /// The first day of a range, for tooltips and screen readers.
    RANGE_START = "Beginning of the range:", "Début de la période :";
    /// The last day of a range, for tooltips and screen readers.
    RANGE_END = "End of the range:", "Fin de la période :";
    /// The strip between the handles.
    RANGE_MIDDLE = "Drag to move the range", "Glisser pour déplacer la période";
    /// Under the field of a date.
    PERIOD_HINT = "15 Aug 2022, August 2022, 2022, 15/08/2022 – or a range: 2020..2022, Jan 2020 to Aug 2022", "15 août 2022, août 2022, 2022, 15/08/2022 – ou une période : 2020..2022, de janvier 2020 à août 2022";
    /// Before the days that can be shown.
    RANGE_OUTSIDE = "None of these days can be shown: the record covers", "Aucun de ces jours ne peut être montré : les données couvrent";
    /// Where the record begins.
    RECORD_BEGINS = "record begins", "début des données :";
    /// Before the last day of a range.
    ON_THE_LAST_DAY = "As on", "Situation au";
    /// Heading of the events of a range.
    IN_THE_RANGE = "Earlier in this period", "Plus tôt dans cette période";
    /// Where the curve is not drawn.
    NO_FIGURES = "foreign troops: no figures known", "troupes étrangères : aucun effectif connu";
    /// Today on the axis.
    TODAY = "today", "aujourd’hui";
}
