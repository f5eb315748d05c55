package org.huiqi.screen.parquet;

import java.io.IOException;
import org.apache.parquet.ParquetRuntimeException;
import org.huiqi.problem.Text;

/** A Parquet file, or the rest of one, that cannot be read. */
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 150;
    private final Text reason;

    UnreadableException(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    public Text reason() {
        return reason;
    }

    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Whatever the library throws at a file that lies about itself. Memory and stack run out where a declared length is made room for, or declared
     * nesting followed; nothing is half done then, so both are as good a refusal as any.
     */
    static <T> T unless(Reading<T> reading) throws UnreadableException {
        try {
            return reading.read();
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String why = why(e);
            throw new UnreadableException("文件不完整或已损坏" + why, "it is incomplete or broken" + why);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new UnreadableException("文件声明的大小不合常理", "it declares unreasonable sizes");
        }
    }

    /** What the innermost cause says, if that was meant to be read; the library likes to add all it knows. */
    private static String why(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        boolean meant = root instanceof IOException || root instanceof ParquetRuntimeException;
        String said = root.getMessage();
        if (!meant || said == null || said.isBlank()) {
            return "";
        }
        String first = said.split("\\R|Struct:|\\{| at org\\.", 2)[0].strip();
        return ": " + (first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first);
    }
}
