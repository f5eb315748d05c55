package org.huiqi.screen.job;

import java.io.IOException;

/** What was sent cannot be written down, most likely because the disk is full. */
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;

    NoRoomException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
