package org.huiqi.cli.bench;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.huiqi.assess.RuleBook;
import org.huiqi.screen.firm.Firm;
import org.huiqi.screen.firm.FirmReader;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.parquet.ParquetTable;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.huiqi.screen.table.Row;
import org.huiqi.screen.table.Rows;

/**
 * The shortest way from a file to a file: every firm is read as a screening reads it, its conditions are tested in some other way, and one letter
 * for each is written: no verdict, no reason, no statistics.
 */
final class PlainScreening {
    private static final int BLOCK = 500;
    private final RuleBook book;
    private final LocalDate asOf;
    private final int threads;

    /** The truth of every condition on the enterprise; asked by several threads. */
    interface Way {
        byte[] truths(Firm firm);
    }

    PlainScreening(RuleBook book, LocalDate asOf, int threads) {
        this.book = book;
        this.asOf = asOf;
        this.threads = threads;
    }

    /** What is left to do with a block on the thread that writes. */
    private interface Writing {
        void write() throws IOException;
    }

    /** A firm with a letter for each condition. */
    private record Tested(String code, String letters) {}

    /** Where results go; {@link #form} is asked by several threads, what comes of it is written by one. */
    private interface Paper extends Closeable {
        Writing form(List<Tested> firms);
    }

    /** {@code written}: told how many rows have been, from time to time. */
    void run(Path list, Path result, Way way, LongConsumer written) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Intake intake = Intake.open(book, list, Map.of());
                Rows rows = intake.registers().get(0).sheet().open();
                Paper out = paper(result)) {
            ThreadLocal<FirmReader> readers = ThreadLocal.withInitial(
                    () -> intake.reader(intake.registers().get(0), asOf));
            Deque<Future<Writing>> under = new ArrayDeque<>();
            rows.next();
            long read = 0;
            while (rows.hasNext()) {
                List<Row> block = rows.next(BLOCK);
                read += block.size();
                written.accept(read - under.size() * BLOCK);
                under.add(pool.submit(() -> out.form(tested(block, readers.get(), way))));
                while (under.size() > 4 * threads) {
                    get(under.remove()).write();
                }
            }
            while (!under.isEmpty()) {
                get(under.remove()).write();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Paper paper(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        return file.getFileName().toString().endsWith(".parquet") ? new Columns(out) : new Lines(out);
    }

    private record Lines(OutputStream out) implements Paper {
        @Override
        public Writing form(List<Tested> firms) {
            StringBuilder lines = new StringBuilder();
            for (Tested firm : firms) {
                lines.append(firm.code()).append(',').append(firm.letters()).append('\n');
            }
            byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
            return () -> out.write(bytes);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class Columns implements Paper {
        private final OutputStream out;
        private final ParquetTable table;

        Columns(OutputStream out) throws IOException {
            this.out = out;
            this.table = new ParquetTable(
                    out, List.of(new Column("code", Kind.TEXT), new Column("conditions", Kind.TEXT)), Map.of());
        }

        @Override
        public Writing form(List<Tested> firms) {
            return () -> {
                for (Tested firm : firms) {
                    table.text(0, firm.code());
                    table.text(1, firm.letters());
                    table.next();
                }
            };
        }

        @Override
        public void close() throws IOException {
            table.close();
            out.close();
        }
    }

    private static List<Tested> tested(List<Row> rows, FirmReader reader, Way way) {
        List<Tested> tested = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Firm firm = reader.read(row, new ArrayList<>()).orElseThrow();
            StringBuilder letters = new StringBuilder();
            for (byte truth : way.truths(firm)) {
                letters.append("01?!".charAt(truth));
            }
            tested.add(new Tested(firm.code(), letters.toString()));
        }
        return tested;
    }

    private static Writing get(Future<Writing> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
