//! Words of the map and its furniture, in both languages.
//!
//! Words of the window are in `ui_words`; dates and numbers have rooms of their own.

words! {
    /// Heading: countries by alliance.
    COUNTRIES_BY_ALLIANCE = "Alliances", "Alliances";
    /// Heading: closed skies.
    CLOSED_SKIES = "Closed skies", "Ciels fermés";
    /// A sky closed to all.
    CLOSED_TO_ALL = "Closed to all", "Fermé à tous";
    /// A sky closed to some.
    CLOSED_TO_SOME = "Closed to some", "Fermé à certains";
    /// Heading: movements.
    MOVEMENTS = "Movements", "Mouvements";
    /// Heading: bases.
    BASES_BY_HOLDER = "Bases by holder", "Bases par détenteur";
    /// Heading: shapes of bases.
    KIND_AND_SIZE = "Kind and size", "Nature et effectif";
    /// Heading: events.
    EVENTS = "Events", "Événements";
    /// In the legend, members of the AES.
    AES = "AES", "AES";
    /// The AES on the day it forms or changes.
    AES_TODAY = "AES, this very day", "AES, ce jour même";
    /// Members of ECOWAS.
    ECOWAS_MEMBER = "ECOWAS", "Cédéao";
    /// Suspended by ECOWAS.
    ECOWAS_SUSPENDED = "ECOWAS, suspended", "Cédéao, suspendu";
    /// Leaving ECOWAS.
    ECOWAS_LEAVING = "ECOWAS, leaving", "Cédéao, départ";
    /// G5 Sahel.
    G5_SAHEL = "G5 Sahel", "G5 Sahel";
    /// West African Economic and Monetary Union.
    UEMOA = "UEMOA", "UEMOA";
    /// African Union.
    AFRICAN_UNION = "African Union", "Union africaine";
    /// Before the names of members that are suspended.
    SUSPENDED = "suspended:", "suspendus\u{202F}:";
    /// Heading: countries by foreign troops.
    FOREIGN_TROOPS = "Foreign troops", "Troupes étrangères";
    /// Beside the heading: which figures.
    LATEST_FIGURES = "latest figures", "derniers chiffres";
    /// A class that has no upper end, after its number.
    AND_MORE = "and more", "et plus";
    /// Between the two ends of a class.
    TO = "to", "à";
    /// Known to be without foreign troops.
    NONE_COUNTED = "none counted", "aucune comptée";
    /// Nothing is known.
    NO_FIGURE = "no figure known", "aucun chiffre connu";
    /// Bars by force.
    FIGURES_BY_FORCE = "Figures by force", "Chiffres par force";
    /// After the year of a figure.
    OLD_FIGURE = "old figure", "chiffre ancien";
    /// From when on a figure is old.
    OVER_TWO_YEARS = "over two years old", "plus de deux ans";
    /// Heading, before the name of the country: countries by relations with it.
    RELATIONS_WITH = "Relations:", "Relations\u{202F}:";
    /// A country whose relations with the chosen one are in no record.
    NO_RECORD = "no record", "non étudié";
    /// A base that changed hands.
    HANDED_OVER = "changes hands", "change de mains";
    /// A base that was left.
    LEFT = "just left", "quittée";
    /// Dashed symbols.
    REPORTED = "reported", "rapporté";
    /// Dotted symbols.
    DISPUTED = "disputed", "contesté";
    /// A base that has been announced.
    PLANNED = "planned", "prévue";
    /// Size steps of bases.
    UNDER_200 = "<200 or ?", "<200 ou ?";
    /// Title of a picture without an event.
    SAHEL_ON = "The Sahel on this day", "Le Sahel ce jour-là";
    /// Text of a picture without an event.
    NOTHING_THAT_DAY = "No event is recorded for this day.", "Aucun événement n’est consigné ce jour-là.";
    /// Outside what the record covers.
    NOT_COVERED = "The record does not cover this day.", "Les données ne couvrent pas ce jour.";
    /// Heading of the legend's last lines.
    ABOUT_THE_MAP = "About the map", "Sur la carte";
    /// Dashed lines.
    DISPUTED_BORDER = "disputed border", "frontière contestée";
    /// Hatched ground.
    DISPUTED_AREA = "disputed area", "territoire contesté";
    /// Legend.
    REGIONS_OF_MALI = "regions of Mali", "régions du Mali";
    /// Legend.
    BEFORE_2016 = "as they were before 2016", "telles qu’avant 2016";
    /// A day that the record does not cover.
    OUTSIDE_THE_RECORD = "day outside the record", "jour hors des données";
    /// Before what the page's legend has no room for.
    ALSO_ON_THE_MAP = "Also on the map:", "Aussi sur la carte :";
    /// Before what was switched off.
    NOT_SHOWN = "Not shown:", "Masqués :";
    /// In a list of what is shown.
    BASES = "bases", "bases";
    /// In a list of what is not shown.
    NAMES = "names", "noms";
    /// Before the list of sources.
    SOURCES = "Sources:", "Sources\u{202F}:";
    /// The credit of the basemap.
    MADE_WITH = "Made with Natural Earth", "Made with Natural Earth";
    /// The program's name.
    SAHELSCOPE = "Sahelscope", "Sahelscope";
    /// Other events of the day.
    ALSO_THAT_DAY = "Also that day:", "Ce jour-là aussi\u{202F}:";
}
