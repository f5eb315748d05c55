package org.huiqi.screen;

import java.io.IOException;
import java.nio.file.Path;

/** A result could not be written; the input is none the worse for it. */
public final class OutputFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OutputFailedException(String message, IOException cause) {
        super(message, cause);
    }

    public static OutputFailedException of(Path file, IOException cause) {
        return new OutputFailedException(file + ": " + cause.getMessage(), cause);
    }

    static OutputFailedException of(IOException cause) {
        return new OutputFailedException(String.valueOf(cause.getMessage()), cause);
    }
}
