package org.huiqi.cli.bench;

import java.io.BufferedOutputStream;
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
import org.huiqi.assess.RuleBook;
import org.huiqi.screen.firm.Firm;
import org.huiqi.screen.firm.FirmReader;
import org.huiqi.screen.firm.Intake;
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

    void run(Path list, Path result, Way way) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Intake intake = Intake.open(book, list, Map.of());
                Rows rows = intake.registers().get(0).sheet().open();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(result), 1 << 20)) {
            ThreadLocal<FirmReader> readers = ThreadLocal.withInitial(
                    () -> intake.reader(intake.registers().get(0), asOf));
            Deque<Future<byte[]>> under = new ArrayDeque<>();
            rows.next();
            while (rows.hasNext()) {
                List<Row> block = block(rows);
                under.add(pool.submit(() -> lines(block, readers.get(), way)));
                while (under.size() > 4 * threads) {
                    out.write(get(under.remove()));
                }
            }
            while (!under.isEmpty()) {
                out.write(get(under.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Row> block(Rows rows) {
        List<Row> block = new ArrayList<>(BLOCK);
        while (block.size() < BLOCK && rows.hasNext()) {
            block.add(rows.next());
        }
        return block;
    }

    private static byte[] lines(List<Row> rows, FirmReader reader, Way way) {
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            Firm firm = reader.read(row, new ArrayList<>()).orElseThrow();
            lines.append(firm.code()).append(',');
            for (byte truth : way.truths(firm)) {
                lines.append("01?!".charAt(truth));
            }
            lines.append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] get(Future<byte[]> future) {
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
