package org.huiqi.screen.result;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds firms that stand in a list more than once, in memory that does not grow with the list: sorted runs on disk, merged at the end. A code and
 * its place fit into two numbers, so nothing is approximate. Not thread-safe.
 */
public final class Duplicates implements Closeable {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int RUN = 1 << 20;
    private static final int FIRST = 12;
    private static final int CODE = 17;
    private static final int PLACE_BITS = 39;
    /** So many are listed; all are counted. */
    private static final int MOST_LISTED = 10_000;

    private final List<Start> sheets = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private final Optional<Kept> kept;
    private long[][] run = new long[1024][];
    private int size;
    private long entries;
    private long last;

    public Duplicates() {
        this(Optional.empty());
    }

    private Duplicates(Optional<Kept> kept) {
        this.kept = kept;
    }

    /** A file of all entries. */
    private record Kept(FileChannel file, DataOutputStream out) {
        void force() throws IOException {
            out.flush();
            file.force(false);
        }
    }

    /** The rows of all sheets are numbered on end; those of this one begin after {@code before}. */
    public record Start(String sheet, long before) {}

    /** How much of the kept entries is meant; {@code last}: the number of the last of all rows. */
    public record Mark(List<Start> sheets, long entries, long last) {
        public static final Mark START = new Mark(List.of(), 0, 0);

        public Mark {
            sheets = List.copyOf(sheets);
        }

        /** Of the file, in bytes. */
        public long length() {
            return entries * 2 * Long.BYTES;
        }
    }

    /** Keeps every entry in a file too, so that a later process can go on from a mark. */
    public static Duplicates kept(Path file, Mark from) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from.length());
        channel.position(from.length());
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        Duplicates duplicates = new Duplicates(Optional.of(new Kept(channel, new DataOutputStream(out))));
        duplicates.sheets.addAll(from.sheets());
        duplicates.last = from.last();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long left = from.entries(); left > 0; left--) {
                duplicates.sort(new long[] {in.readLong(), in.readLong()});
            }
        }
        return duplicates;
    }

    /** Where a later process may go on; everything up to there is on the disk. */
    public Mark mark() throws IOException {
        if (kept.isPresent()) {
            kept.get().force();
        }
        return new Mark(sheets, entries, last);
    }

    /** A firm that stands in the list more than once. */
    public record Twice(String code, List<String> places) {
        public Twice {
            places = List.copyOf(places);
        }
    }

    /** {@code firms}: how many stand more than once; {@code listed}: the first of them by code. */
    public record Found(long firms, List<Twice> listed) {
        public static final Found NONE = new Found(0, List.of());

        public Found {
            listed = List.copyOf(listed);
        }
    }

    public void add(Block block) throws IOException {
        if (sheets.isEmpty() || !sheets.get(sheets.size() - 1).sheet().equals(block.sheet())) {
            sheets.add(new Start(block.sheet(), last));
        }
        long before = sheets.get(sheets.size() - 1).before();
        for (Screened firm : block.screened()) {
            last = Math.max(last, before + firm.row());
            add(new long[] {
                number(firm.code(), 0, FIRST), number(firm.code(), FIRST, CODE) << PLACE_BITS | before + firm.row()
            });
        }
    }

    private void add(long[] entry) throws IOException {
        if (kept.isPresent()) {
            kept.get().out().writeLong(entry[0]);
            kept.get().out().writeLong(entry[1]);
        }
        sort(entry);
    }

    private void sort(long[] entry) throws IOException {
        entries++;
        if (size == RUN) {
            spill();
        }
        if (size == run.length) {
            run = java.util.Arrays.copyOf(run, Math.min(RUN, size * 2));
        }
        run[size++] = entry;
    }

    private static long number(String code, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * CHARACTERS.length() + CHARACTERS.indexOf(code.charAt(i));
        }
        return number;
    }

    private static final Comparator<long[]> ORDER =
            Comparator.<long[]>comparingLong(e -> e[0]).thenComparing((a, b) -> Long.compareUnsigned(a[1], b[1]));

    private void spill() throws IOException {
        java.util.Arrays.sort(run, 0, size, ORDER);
        Path file = Files.createTempFile("huiqi-codes", ".run");
        runs.add(file);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i < size; i++) {
                out.writeLong(run[i][0]);
                out.writeLong(run[i][1]);
            }
        }
        size = 0;
    }

    /** To be asked once, after all blocks. */
    public Found find() throws IOException {
        List<Cursor> cursors = new ArrayList<>();
        try {
            java.util.Arrays.sort(run, 0, size, ORDER);
            cursors.add(new Memory());
            for (Path file : runs) {
                cursors.add(new Run(file));
            }
            return merge(cursors);
        } finally {
            for (Cursor cursor : cursors) {
                cursor.close();
            }
        }
    }

    private Found merge(List<Cursor> cursors) throws IOException {
        PriorityQueue<Cursor> next = new PriorityQueue<>((a, b) -> ORDER.compare(a.entry, b.entry));
        for (Cursor cursor : cursors) {
            if (cursor.advance()) {
                next.add(cursor);
            }
        }
        Collector collector = new Collector();
        while (!next.isEmpty()) {
            Cursor least = next.poll();
            collector.add(least.entry);
            if (least.advance()) {
                next.add(least);
            }
        }
        return collector.found();
    }

    private final class Collector {
        private final List<long[]> same = new ArrayList<>();
        private final List<Twice> listed = new ArrayList<>();
        private long firms;

        void add(long[] entry) {
            if (!same.isEmpty() && !equal(same.get(0), entry)) {
                close();
            }
            if (same.size() < 100) {
                same.add(entry);
            }
        }

        private void close() {
            if (same.size() > 1) {
                firms++;
                if (listed.size() < MOST_LISTED) {
                    listed.add(new Twice(
                            code(same.get(0)), same.stream().map(this::place).toList()));
                }
            }
            same.clear();
        }

        private String place(long[] entry) {
            long row = entry[1] & (1L << PLACE_BITS) - 1;
            int sheet = sheets.size() - 1;
            while (sheets.get(sheet).before() >= row) {
                sheet--;
            }
            return sheets.get(sheet).sheet() + ":" + (row - sheets.get(sheet).before());
        }

        Found found() {
            close();
            return new Found(firms, listed);
        }
    }

    private static boolean equal(long[] a, long[] b) {
        return a[0] == b[0] && a[1] >>> PLACE_BITS == b[1] >>> PLACE_BITS;
    }

    private static String code(long[] entry) {
        String code = text(entry[0], FIRST) + text(entry[1] >>> PLACE_BITS, CODE - FIRST);
        return code + org.huiqi.screen.firm.CreditCode.checkDigit(code + "0");
    }

    private static String text(long number, int length) {
        char[] text = new char[length];
        long left = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = CHARACTERS.charAt((int) (left % CHARACTERS.length()));
            left /= CHARACTERS.length();
        }
        return new String(text);
    }

    /** One sorted run. */
    private abstract static class Cursor implements Closeable {
        long[] entry = new long[2];

        abstract boolean advance() throws IOException;

        @Override
        public void close() throws IOException {}
    }

    private final class Memory extends Cursor {
        private int at;

        @Override
        boolean advance() {
            boolean more = at < size;
            entry = more ? run[at] : entry;
            at++;
            return more;
        }
    }

    private static final class Run extends Cursor {
        private final DataInputStream in;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        @Override
        boolean advance() throws IOException {
            try {
                entry = new long[] {in.readLong(), in.readLong()};
                return true;
            } catch (EOFException end) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (kept.isPresent()) {
            kept.get().out().close();
        }
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
    }
}
