package org.huiqi.screen.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A Parquet file as rows of cells, one row group in memory at a time. Not thread-safe. */
public final class ParquetCells implements Closeable {
    private final Codecs codecs = new Codecs();
    private final ParquetFileReader reader;
    private final ParsedVersion writer;
    private final List<String> names = new ArrayList<>();
    private final List<Placed> columns = new ArrayList<>();
    private final CellBytes cells = new CellBytes();
    private final long rows;
    private long left;
    private long done;

    /** A column that is read, and where its cells go. */
    private record Placed(int index, ColumnDescriptor column, ColumnCells cells) {}

    /** @throws UnreadableException if it cannot be read */
    public static ParquetCells open(Path file) throws UnreadableException {
        return UnreadableException.unless(() -> new ParquetCells(file));
    }

    private ParquetCells(Path file) throws IOException {
        Limits.footer(file);
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(codecs)
                .usePageChecksumVerification()
                .build();
        reader = ParquetFileReader.open(new ChannelFile(file), options);
        try {
            columns(reader.getFileMetaData().getSchema());
            List<ColumnDescriptor> read = columns.stream().map(Placed::column).toList();
            new Limits(Files.size(file), read).check(reader.getRowGroups());
            reader.setRequestedSchema(read);
            rows = reader.getRecordCount();
            writer = writer(reader.getFileMetaData().getCreatedBy());
        } catch (RuntimeException | IOException e) {
            reader.close();
            throw e;
        }
    }

    private static ParsedVersion writer(@Nullable String createdBy) {
        try {
            return VersionParser.parse(createdBy);
        } catch (VersionParseException | RuntimeException unknown) {
            return new ParsedVersion("unknown", null, null);
        }
    }

    /** Structures and raw bytes get a heading that no field has, and no cells. */
    private void columns(MessageType schema) throws UnreadableException {
        Limits.columns(schema.getFieldCount());
        List<ColumnDescriptor> all = schema.getColumns();
        Limits.columns(all.size());
        Map<String, List<ColumnDescriptor>> leaves = all.stream().collect(Collectors.groupingBy(c -> c.getPath()[0]));
        for (Type field : schema.getFields()) {
            Optional<ColumnDescriptor> column = column(field, leaves.getOrDefault(field.getName(), List.of()));
            Optional<ValueText> text = column.flatMap(c -> ValueText.of(c.getPrimitiveType()));
            text.ifPresent(t -> columns.add(
                    new Placed(names.size(), column.orElseThrow(), new ColumnCells(column.orElseThrow(), t, cells))));
            names.add(text.isPresent() ? field.getName() : "⟨" + field.getName() + "⟩");
        }
    }

    /** Of a plain field, or of a list of plain values. */
    private static Optional<ColumnDescriptor> column(Type field, List<ColumnDescriptor> leaves) {
        boolean plain = field.isPrimitive() || field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation;
        return plain && leaves.size() == 1 && leaves.get(0).getMaxRepetitionLevel() <= 1
                ? Optional.of(leaves.get(0))
                : Optional.empty();
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    public long rows() {
        return rows;
    }

    /** How many rows were read. */
    public long done() {
        return done;
    }

    public boolean hasNext() {
        return done < rows && !columns.isEmpty();
    }

    /**
     * The cells of some rows in UTF-8, column after column; empty where nothing is answered.
     *
     * @param places of each column where the cell of each row begins and, behind the last one, where that ends
     * @param rows how many
     */
    public record Cells(byte[] bytes, int[] places, int rows) {
        /** Those of one row. */
        public List<String> texts(int row) {
            List<String> texts = new ArrayList<>();
            for (int at = row; at < places.length; at += rows + 1) {
                texts.add(new String(bytes, places[at], places[at + 1] - places[at], StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    /**
     * The next rows, so many at most, and never of two row groups: a column's values lie together, and so they are read.
     *
     * @throws UnreadableException if the file breaks off there, or is broken
     */
    public Cells next(int most) throws UnreadableException {
        return UnreadableException.unless(() -> cells(most));
    }

    private Cells cells(int most) throws IOException {
        while (left == 0) {
            group();
        }
        int count = (int) Math.min(left, most);
        cells.length(0);
        int[] places = new int[names.size() * (count + 1)];
        for (Placed column : columns) {
            int at = column.index() * (count + 1);
            for (int r = 0; r < count; r++) {
                places[at + r] = cells.length();
                column.cells().next();
            }
            places[at + count] = cells.length();
        }
        left -= count;
        done += count;
        return new Cells(cells.copy(0), places, count);
    }

    private void group() throws IOException {
        BlockMetaData next = reader.getRowGroups().get(reader.getCurrentRowGroupIndex() + 1);
        codecs.allow(Limits.unpacked(next));
        PageReadStore pages = reader.readNextRowGroup();
        left = pages.getRowCount();
        for (Placed column : columns) {
            column.cells().open(new CheckedPages(pages.getPageReader(column.column())), writer);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
