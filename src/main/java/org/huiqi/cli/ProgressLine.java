package org.huiqi.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.huiqi.problem.Lang;
import org.huiqi.screen.Progress;

/** Rows done, rate and time left on stderr: one line that is written over on a terminal. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long EVERY_NANOS = 500_000_000L;
    private static final int BAR = 24;
    private final PrintStream err;
    private final Lang lang;
    private final String name;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last = start;
    private final long before;
    private double from = -1;
    private long rows;

    /** {@code before}: rows that an earlier process has done. */
    ProgressLine(PrintStream err, Lang lang, Path file, long before, boolean shown) {
        this.err = err;
        this.lang = lang;
        this.name = file.getFileName().toString();
        this.before = before;
        this.rows = before;
        this.shown = shown;
    }

    @Override
    public void rows(long read, long rejected, double share) {
        rows = read;
        from = from < 0 ? before > 0 ? share : 0 : from;
        long now = System.nanoTime();
        if (shown && now - last >= EVERY_NANOS) {
            last = now;
            err.print("\r" + line(read, rejected, share, (now - start) / 1e9));
            err.flush();
        }
    }

    private String line(long read, long rejected, double share, double seconds) {
        int full = (int) Math.round(share * BAR);
        double left = share > from ? (1 - share) * seconds / (share - from) : 0;
        return String.format(
                Locale.ROOT,
                lang == Lang.ZH
                        ? "%s [%s%s] %3.0f%% %,d 行(退回 %,d)%,.0f 行/秒 还需 %s   "
                        : "%s [%s%s] %3.0f%% %,d rows (%,d rejected) %,.0f/s %s left   ",
                name,
                "#".repeat(full),
                "-".repeat(BAR - full),
                share * 100,
                read,
                rejected,
                (read - before) / seconds,
                clock(Math.round(left)));
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    @Override
    public void close() {
        if (shown) {
            double seconds = (System.nanoTime() - start) / 1e9;
            String format =
                    lang == Lang.ZH ? "\r%s %,d 行,%.1f 秒,%,.0f 行/秒%40s%n" : "\r%s %,d rows, %.1f s, %,.0f rows/s%40s%n";
            err.printf(Locale.ROOT, format, name, rows, seconds, (rows - before) / seconds, "");
        }
    }
}
