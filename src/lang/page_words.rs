//! Words of the page for browsers: its controls, and what it says about itself.
//!
//! Words on its map are in `words`.

words! {
    /// Title of the page.
    PAGE_TITLE = "The Sahel: troops, skies, alliances", "Le Sahel : troupes, ciels, alliances";
    /// Controls.
    TIME = "Time", "Temps";
    /// Control.
    DAY_SHOWN = "Day shown", "Jour affiché";
    /// Control.
    PLAY_OR_PAUSE = "Play or pause (Space)", "Lecture ou pause (Espace)";
    /// Control.
    EARLIER = "One step back (Left arrow)", "Un pas en arrière (Flèche gauche)";
    /// Control.
    LATER = "One step on (Right arrow)", "Un pas en avant (Flèche droite)";
    /// Control.
    SPEED = "Speed", "Vitesse";
    /// Control.
    LANGUAGE = "Language", "Langue";
    /// Control.
    CLOSE = "Close (Escape)", "Fermer (Échap)";
    /// The map, for those who do not see it.
    MAP = "Map. Tab goes from thing to thing, Enter opens it.", "Carte. Tab va d’un objet à l’autre, Entrée l’ouvre.";
    /// Heading.
    LEGEND = "On the map", "Sur la carte";
    /// Heading.
    EVENTS_AND_SKIES = "Events and closed skies, with sources", "Événements et ciels fermés, avec sources";
    /// Where no event and no closed sky is on the map.
    NOTHING = "No event and no closed sky is on the map.", "Ni événement ni ciel fermé sur la carte.";
    /// Below a tooltip.
    CLICK_TO_KEEP = "Click to keep open and follow its sources", "Cliquer pour garder ouvert et suivre ses sources";
    /// Without scripts.
    NO_SCRIPT = "Scripts are switched off here: the page shows one day only. With them the slider moves through time.", "Les scripts sont désactivés ici : la page ne montre qu’un seul jour. Avec eux, le curseur parcourt le temps.";
    /// Without scripts, on a page of one day.
    NO_SCRIPT_DAY = "Scripts are switched off here: what the signs on the map stand for is not told.", "Les scripts sont désactivés ici : les signes de la carte ne sont pas expliqués au survol.";
    /// What the page rests on.
    WORKS_ALONE = "This page works without a network; only a click on a source opens one.", "Cette page fonctionne sans réseau ; seul un clic sur une source en ouvre un.";
    /// Before the list of keys.
    KEYS = "Keys: Space plays, arrows step, Home and End go to the ends, Tab goes through the map, Escape closes.", "Touches : Espace pour lire, flèches pour avancer, Début et Fin pour les extrémités, Tab pour parcourir la carte, Échap pour fermer.";
    /// A country of which the record holds nothing.
    NOTHING_KNOWN = "The record holds nothing about it on this day.", "Les données n’en disent rien ce jour-là.";
    /// Before how many.
    TROOPS = "troops", "soldats";
    /// A sky.
    CLOSED_TO_ALL = "sky closed to all flights", "ciel fermé à tous les vols";
    /// A sky, before the names.
    CLOSED_TO = "sky closed to", "ciel fermé à :";
    /// How well a date is known.
    TO_THE_MONTH = "known to the month", "connu au mois près";
    /// How well a date is known.
    TO_THE_YEAR = "known to the year", "connu à l’année près";
    /// Before a date.
    LAST_SHOWN = "Last shown in force by a source:", "Dernière source qui la montre en vigueur :";
}
