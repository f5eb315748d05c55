package org.huiqi.screen.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.io.ParquetDecodingException;
import org.huiqi.screen.parquet.ParquetTable.Column;
import org.huiqi.screen.parquet.ParquetTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 15, 16})
    void numbersInLongAndShortRunsAreReadAsTheyWereWrittenByUsAndByTheLibrary(int width) throws IOException {
        Random random = new Random(width);
        for (int size : new int[] {0, 1, 7, 8, 9, 63, 64, 65, 1_000, 16_384}) {
            int[] numbers = numbers(random, width, size);
            byte[] bytes = written(width, numbers);
            assertThat(read(width, bytes, numbers.length, random)).isEqualTo(numbers);
            RunLengthBitPackingHybridDecoder library = new RunLengthBitPackingHybridDecoder(
                    width, ByteBufferInputStream.wrap(java.nio.ByteBuffer.wrap(bytes)));
            for (int number : numbers) {
                assertThat(library.readInt()).isEqualTo(number);
            }
        }
    }

    private static int[] numbers(Random random, int width, int size) {
        int[] numbers = new int[size];
        for (int at = 0; at < size; ) {
            int to = Math.min(size, at + 1 + (random.nextBoolean() ? random.nextInt(3) : random.nextInt(40)));
            Arrays.fill(numbers, at, to, width == 0 ? 0 : random.nextInt(1 << width));
            at = to;
        }
        return numbers;
    }

    private static byte[] written(int width, int[] numbers) throws IOException {
        RunsWriter writer = new RunsWriter(width, numbers.length);
        Arrays.stream(numbers).forEach(writer::add);
        return writer.bytes().toByteArray();
    }

    /** In pieces, as batches take them. */
    private static int[] read(int width, byte[] bytes, int count, Random random) {
        Runs runs = new Runs(new Slice(bytes, 0, bytes.length), width);
        int[] numbers = new int[count];
        for (int at = 0; at < count; ) {
            int[] some = new int[Math.min(count - at, 1 + random.nextInt(50))];
            runs.read(some, some.length);
            System.arraycopy(some, 0, numbers, at, some.length);
            at += some.length;
        }
        return numbers;
    }

    @Test
    void numbersThatEndBeforeTheirTimeAreRefused() throws IOException {
        byte[] bytes = written(3, new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThatThrownBy(() -> read(3, bytes, 500, new Random(1)))
                .isInstanceOf(ParquetDecodingException.class)
                .hasMessageContaining("ends before its numbers");
    }

    /** Whoever is first takes apart what others will ask for; batches nobody asks for are in nobody's way. */
    @Test
    void batchesTakenApartByManyThreadsInAnyOrderHoldTheirRows() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (ParquetCells file = ParquetCells.open(list(9_000))) {
            Map<Long, Cells> batches = new java.util.HashMap<>();
            for (long row = 0; file.hasNext(); ) {
                if (row % 7 == 3) {
                    row += file.pass(70);
                } else {
                    Cells cells = file.next(70);
                    batches.put(row, cells);
                    row += cells.rows();
                }
            }
            List<Long> order = new ArrayList<>(batches.keySet());
            Collections.shuffle(order, new Random(3));
            List<Future<List<String>>> read = new ArrayList<>();
            for (long row : order) {
                read.add(pool.submit(() -> batches.get(row).texts(0)));
            }
            for (int i = 0; i < order.size(); i++) {
                long row = order.get(i);
                assertThat(read.get(i).get()).containsExactly("企业" + row, Long.toString(row % 7), "是");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Path list(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Column> columns =
                List.of(new Column("name", Kind.TEXT), new Column("n", Kind.NUMBER), new Column("yes", Kind.TEXT));
        try (ParquetTable table = new ParquetTable(out, columns, Map.of())) {
            for (int row = 0; row < rows; row++) {
                table.text(0, "企业" + row);
                table.number(1, row % 7);
                table.text(2, "是");
                table.next();
                if (row % 4_000 == 3_999) {
                    table.endGroup();
                }
            }
        }
        return Files.write(folder.resolve("list.parquet"), out.toByteArray());
    }
}
