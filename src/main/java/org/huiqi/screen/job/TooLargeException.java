package org.huiqi.screen.job;

import java.io.IOException;

/** What is being sent is longer than it may be. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
        super("too large");
    }
}
