package org.huiqi.screen;

import org.huiqi.assess.RuleBook;

/** Has the reference fetched before the first row needs it, while others are judged. For one thread. */
final class Herald {
    private final RuleBook book;
    private final int recheck;
    private boolean sent;

    Herald(RuleBook book, int recheck) {
        this.book = book;
        this.recheck = recheck;
    }

    /** {@code share}: of the list that ends with row {@code rows}; a list too short to have a row checked again is left in peace. */
    void at(long rows, double share) {
        if (!sent && recheck > 0 && rows >= recheck * share) {
            sent = true;
            Thread thread = new Thread(book::reference, "reference");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((t, e) -> {
                // whoever needs the reference asks for it, and is told
            });
            thread.start();
        }
    }
}
