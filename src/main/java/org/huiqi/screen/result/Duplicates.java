package org.huiqi.screen.result;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.huiqi.screen.firm.CreditCode;

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
    /** And of each so many places. */
    private static final int MOST_PLACES = 100;

    private final List<Start> sheets = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private final Optional<Kept> kept;
    private final Optional<Path> folder;
    private final Entries run = new Entries();
    private long entries;
    private long last;

    /** In the machine's folder for such things: what a killed process leaves there nobody removes. */
    public Duplicates() {
        this(Optional.empty(), Optional.empty());
    }

    private Duplicates(Optional<Kept> kept, Optional<Path> folder) {
        this.kept = kept;
        this.folder = folder;
    }

    /** In a folder that somebody empties. */
    public static Duplicates in(Path folder) {
        return new Duplicates(Optional.empty(), Optional.of(folder));
    }

    /** A file of all entries. */
    private record Kept(FileChannel file, ByteBuffer out) {
        void add(long first, long second) throws IOException {
            if (out.remaining() < 2 * Long.BYTES) {
                flush();
            }
            out.putLong(first).putLong(second);
        }

        private void flush() throws IOException {
            out.flip();
            while (out.hasRemaining()) {
                file.write(out);
            }
            out.clear();
        }

        void force() throws IOException {
            flush();
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

    /** Keeps every entry in a file too, beside its sorted runs, so that a later process can go on from a mark. */
    public static Duplicates kept(Path file, Mark from) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from.length());
        channel.position(from.length());
        Duplicates duplicates = new Duplicates(
                Optional.of(new Kept(channel, ByteBuffer.allocate(1 << 16))), Optional.ofNullable(file.getParent()));
        duplicates.sheets.addAll(from.sheets());
        duplicates.last = from.last();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long left = from.entries(); left > 0; left--) {
                duplicates.sort(in.readLong(), in.readLong());
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
            String code = firm.code();
            add(number(code, 0, FIRST), number(code, FIRST, CODE) << PLACE_BITS | before + firm.row());
        }
    }

    private void add(long first, long second) throws IOException {
        if (kept.isPresent()) {
            kept.get().add(first, second);
        }
        sort(first, second);
    }

    private void sort(long first, long second) throws IOException {
        entries++;
        if (run.size() == RUN) {
            spill();
        }
        run.add(first, second);
    }

    private static long number(String code, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * CHARACTERS.length() + CreditCode.value(code.charAt(i));
        }
        return number;
    }

    private void spill() throws IOException {
        run.sort();
        Path file = folder.isPresent()
                ? Files.createTempFile(folder.get(), "codes", ".run")
                : Files.createTempFile("huiqi-codes", ".run");
        runs.add(file);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i < run.size(); i++) {
                out.writeLong(run.first(i));
                out.writeLong(run.second(i));
            }
        }
        run.clear();
    }

    /** To be asked once, after all blocks. */
    public Found find() throws IOException {
        List<Cursor> cursors = new ArrayList<>();
        try {
            run.sort();
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
        PriorityQueue<Cursor> next =
                new PriorityQueue<>((a, b) -> Entries.compare(a.first, a.second, b.first, b.second));
        for (Cursor cursor : cursors) {
            if (cursor.advance()) {
                next.add(cursor);
            }
        }
        Collector collector = new Collector();
        while (!next.isEmpty()) {
            Cursor least = next.poll();
            collector.add(least.first, least.second);
            if (least.advance()) {
                next.add(least);
            }
        }
        return collector.found();
    }

    private final class Collector {
        private final Entries same = new Entries();
        private final List<Twice> listed = new ArrayList<>();
        private long firms;

        void add(long first, long second) {
            if (same.size() > 0 && (same.first(0) != first || same.second(0) >>> PLACE_BITS != second >>> PLACE_BITS)) {
                close();
            }
            if (same.size() < MOST_PLACES) {
                same.add(first, second);
            }
        }

        private void close() {
            if (same.size() > 1) {
                firms++;
                if (listed.size() < MOST_LISTED) {
                    listed.add(new Twice(
                            code(same.first(0), same.second(0)),
                            IntStream.range(0, same.size())
                                    .mapToObj(i -> place(same.second(i)))
                                    .toList()));
                }
            }
            same.clear();
        }

        private String place(long second) {
            long row = second & (1L << PLACE_BITS) - 1;
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

    private static String code(long first, long second) {
        String code = text(first, FIRST) + text(second >>> PLACE_BITS, CODE - FIRST);
        return code + CreditCode.checkDigit(code + "0");
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
        long first;
        long second;

        abstract boolean advance() throws IOException;

        @Override
        public void close() throws IOException {}
    }

    private final class Memory extends Cursor {
        private int at;

        @Override
        boolean advance() {
            if (at == run.size()) {
                return false;
            }
            first = run.first(at);
            second = run.second(at);
            at++;
            return true;
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
                first = in.readLong();
                second = in.readLong();
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
            kept.get().file().close();
        }
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
    }
}
