//! Words of presenting, of the presenter's window and of the quiz, in both languages.
//!
//! What a story says is in the story.

words! {
    /// Button and command.
    PRESENT = "Present", "Présenter";
    /// Command.
    PRESENT_HERE = "Present from this step", "Présenter à partir de cette étape";
    /// Command: large type and high contrast.
    PROJECTOR = "Projector: everything larger, high contrast", "Projecteur : tout plus grand, fort contraste";
    /// Command: nothing glides.
    LESS_MOTION = "Less motion, or all of it", "Moins de mouvement, ou tout";
    /// Command.
    QUIZ = "Quiz: hide the names", "Quiz : cacher les noms";
    /// Command.
    REVEAL = "Quiz: reveal the next name", "Quiz : révéler le nom suivant";
    /// Command.
    REVEAL_ALL = "Quiz: reveal all names", "Quiz : révéler tous les noms";
    /// Key.
    NEXT = "Next step", "Étape suivante";
    /// Key.
    BACK = "Step before", "Étape précédente";
    /// Key, without a story.
    NEXT_EVENT = "Next event", "Événement suivant";
    /// Key, without a story.
    EVENT_BEFORE = "Event before", "Événement précédent";
    /// Key.
    FIRST = "First step", "Première étape";
    /// Key.
    LAST = "Last step", "Dernière étape";
    /// Key: a number and Enter.
    TO_NUMBER = "Go to a step by its number", "Aller à une étape par son numéro";
    /// Keys of the line above.
    NUMBER_ENTER = "7 Enter", "7 Entrée";
    /// Key.
    BLACK = "Black screen", "Écran noir";
    /// Key.
    WHITE = "White screen", "Écran blanc";
    /// Key.
    AGAIN = "Return to the step", "Revenir à l’étape";
    /// Key.
    STEPS = "List of steps", "Liste des étapes";
    /// Key.
    TIMER = "Timer", "Chronomètre";
    /// Key.
    LASER = "Spot of light", "Point lumineux";
    /// Key.
    PEN = "Pen", "Stylo";
    /// Key.
    WIPE = "Wipe the pen’s lines", "Effacer les traits du stylo";
    /// Key and title of a window.
    PRESENTER = "Presenter’s window", "Fenêtre du présentateur";
    /// Key.
    THESE_KEYS = "These keys", "Ces touches";
    /// Key.
    LEAVE = "Close one thing; at last, leave", "Fermer une chose, à la fin quitter";
    /// Key.
    LANGUAGE = "Other language", "Autre langue";
    /// Group of keys.
    GROUP_STEPS = "Steps", "Étapes";
    /// Group of keys.
    GROUP_SCREEN = "Screen", "Écran";
    /// Title of the list of keys.
    KEYS = "Keys while presenting", "Touches pendant la présentation";
    /// Below the list of keys.
    MOUSE = "Click a thing to show it. Drag and wheel wander off; Backspace returns.", "Cliquez sur une chose pour la montrer. Glisser et molette éloignent, Retour arrière ramène.";
    /// Before the number of a step, after leaving it.
    RETURNS_TO = "Backspace returns to step", "Retour arrière : étape";
    /// Name of a step without a title.
    STEP = "Step", "Étape";
    /// Between the number of a step and how many there are.
    OF = "of", "sur";
    /// Heading in the presenter's window.
    NOW = "Now", "Maintenant";
    /// Heading in the presenter's window.
    THEN = "Next", "Ensuite";
    /// Heading in the presenter's window.
    NOTES = "Notes", "Notes";
    /// Where there are none.
    NO_NOTES = "No notes for this step.", "Pas de notes pour cette étape.";
    /// After the last step.
    END = "End of the story", "Fin du récit";
    /// Without a story.
    NO_STORY = "No story is open: keys for days and events move the map.", "Aucun récit n’est ouvert : les touches des jours et des événements déplacent la carte.";
    /// Time of day, for screen readers.
    CLOCK = "Time", "Heure";
    /// Since presenting began.
    ELAPSED = "Elapsed", "Écoulé";
    /// Button.
    RESTART_TIMER = "Restart the timer", "Remettre à zéro";
    /// How many names a quiz has revealed on the map.
    NAMES_LEFT = "names to find: click one, or R", "noms à trouver : cliquez, ou R";
    /// One name is left.
    NAME_LEFT = "name to find: click it, or R", "nom à trouver : cliquez, ou R";
    /// None is left.
    ALL_NAMED = "Every name is found.", "Tous les noms sont trouvés.";
    /// In place of a name.
    WHAT_IS_IT = "What is it called?", "Comment cela s’appelle-t-il ?";
    /// Below that.
    CLICK_REVEALS = "Click reveals the name.", "Un clic révèle le nom.";
    /// Heading of the quiz where facts stand otherwise.
    QUIZ_IS_ON = "Quiz", "Quiz";
    /// Why there are no facts.
    QUIZ_HIDES = "Names and facts are hidden. Click on the map to reveal a name; select it again to read about it.", "Noms et faits sont cachés. Cliquez sur la carte pour révéler un nom ; sélectionnez-le de nouveau pour lire ce qui le concerne.";
    /// Button.
    END_QUIZ = "End the quiz", "Terminer le quiz";
    /// A key.
    KEY_PAGE_DOWN = "PageDown", "Page suiv.";
    /// A key.
    KEY_PAGE_UP = "PageUp", "Page préc.";
    /// A key.
    KEY_ENTER = "Enter", "Entrée";
    /// A key.
    KEY_BACKSPACE = "Backspace", "Retour arrière";
    /// A key.
    KEY_END = "End", "Fin";
}
