//! Words of comparing two days, in both languages: the briefing, the change list, its controls.
//!
//! Names of what changed are the facts' own.

words! {
    /// Heading.
    BASES_HANDED_OVER = "Bases handed over", "Bases passées en d’autres mains";
    /// Heading.
    BASES_SHARED = "Bases whose holders came or left", "Bases dont des occupants ont changé";
    /// Heading.
    BASES_OPENED = "Bases opened", "Bases ouvertes";
    /// Heading.
    BASES_LEFT = "Bases left", "Bases quittées";
    /// Heading.
    SKIES_CLOSED = "Skies closed", "Ciels fermés";
    /// Heading.
    SKIES_REOPENED = "Skies reopened", "Ciels rouverts";
    /// Heading.
    BORDERS_CLOSED = "Borders closed", "Frontières fermées";
    /// Heading.
    BORDERS_REOPENED = "Borders reopened", "Frontières rouvertes";
    /// Heading.
    ALLIANCES = "Alliances", "Alliances";
    /// Heading.
    TROOPS = "Troops", "Troupes";
    /// Heading.
    MISSIONS_STARTED = "Missions started", "Missions commencées";
    /// Heading.
    MISSIONS_ENDED = "Missions ended", "Missions achevées";
    /// Heading.
    RELATIONS = "Relations", "Relations";
    /// Heading.
    SANCTIONS_IMPOSED = "Sanctions imposed", "Sanctions imposées";
    /// Heading.
    SANCTIONS_LIFTED = "Sanctions lifted", "Sanctions levées";
    /// Heading.
    EVENTS = "Events", "Événements";
    /// Holders of a base who came.
    CAME = "came", "arrivée";
    /// Holders of a base who left.
    WENT = "left", "départ";
    /// Holders of a base who stayed.
    STAYED = "still there", "toujours là";
    /// To everybody.
    EVERYONE = "everyone", "tous";
    /// What is stopped in a sky.
    MILITARY_FLIGHTS = "military flights", "vols militaires";
    /// What is stopped in a sky.
    COMMERCIAL_FLIGHTS = "commercial flights", "vols commerciaux";
    /// A standing: joined an alliance.
    JOINED = "joined", "adhésion";
    /// A standing: suspended.
    SUSPENDED = "suspended", "suspension";
    /// A standing: member again.
    READMITTED = "member again", "de nouveau membre";
    /// A standing: has given notice.
    LEAVING = "gave notice", "préavis de départ";
    /// A standing: out of an alliance.
    LEFT = "left", "sortie";
    /// A standing: observer or partner.
    OBSERVER = "observer", "observateur";
    /// A figure of troops that the record did not hold yet.
    NO_FIGURE = "no figure", "sans chiffre";
    /// Relations that the record did not hold.
    NO_RECORD = "not recorded", "non consignées";
    /// Days between the two, one and many.
    DAY_ONE = "day", "jour";
    /// Days between the two.
    DAY_MANY = "days", "jours";
    /// Events between the two, one and many.
    EVENT_ONE = "event", "événement";
    /// Events between the two.
    EVENT_MANY = "events", "événements";
    /// Nothing differs.
    NOTHING_CHANGED = "Nothing in the record changed between these two days.", "Rien n’a changé entre ces deux jours dans les données.";
    /// The two days are one.
    SAME_DAY = "A and B are the same day: choose another one to compare.", "A et B sont le même jour : choisissez-en un autre à comparer.";
    /// Title of the list.
    WHAT_CHANGED = "What changed", "Ce qui a changé";
    /// The other tab of the panel.
    DETAILS = "Details", "Détails";
    /// Name of the two tabs.
    CHANGES_OR_DETAILS = "Panel", "Panneau";
    /// Button: the list as text.
    COPY_CHANGES = "Copy the list as text", "Copier la liste en texte";
    /// Command.
    COMPARE = "Compare two days", "Comparer deux jours";
    /// Command while comparing.
    LEAVE = "Stop comparing", "Ne plus comparer";
    /// Under the field.
    DATE_HINT = "15 Aug 2022, August 2022, 2022 or 15/08/2022, then Enter", "15 août 2022, août 2022, 2022 ou 15/08/2022, puis Entrée";
    /// Command.
    SWAP = "Swap A and B", "Échanger A et B";
    /// Command.
    NEXT_HOW = "Swipe or side by side", "Volet ou côte à côte";
    /// One of the two ways.
    SWIPE = "Swipe", "Volet";
    /// One of the two ways.
    SIDE_BY_SIDE = "Side by side", "Côte à côte";
    /// Command.
    TYPE_A = "Type day A", "Saisir le jour A";
    /// Command.
    A_YEAR_LATER = "Day A: a year later", "Jour A : un an plus tard";
    /// Command.
    A_YEAR_EARLIER = "Day A: a year earlier", "Jour A : un an plus tôt";
    /// Command.
    BAR_LEFT = "Move the swipe bar left", "Volet vers la gauche";
    /// Command.
    BAR_RIGHT = "Move the swipe bar right", "Volet vers la droite";
    /// Name of the bar.
    BAR = "Swipe bar", "Volet";
    /// Before the date of day A.
    DAY_A = "Day A:", "Jour A :";
    /// Before the date of day B.
    DAY_B = "Day B:", "Jour B :";
    /// Field.
    FIELD_A = "Day A", "Jour A";
    /// Field.
    FIELD_B = "Day B", "Jour B";
    /// Beside the field when the typed day is the other day.
    IS_A = "That is day A: type another day to compare it with.", "C’est le jour A : tapez un autre jour à lui comparer.";
    /// Beside the field when the typed day is the other day.
    IS_B = "That is day B: type another day to compare it with.", "C’est le jour B : tapez un autre jour à lui comparer.";
    /// Beside the field, before the first and the last day that can be shown.
    OUTSIDE = "That day is outside what can be shown:", "Ce jour est hors de ce qui peut être montré :";
    /// In the bar, before the date of day A.
    AGAINST = "against", "comparé au";
    /// Before a date that a click goes to.
    GO_TO = "Stop comparing and go to", "Quitter la comparaison et aller au";
    /// Foot of the list.
    LIST_HINT = "A row shows its place on the map; its date leads to that day.", "Une ligne montre son lieu sur la carte ; sa date mène à ce jour.";
}
