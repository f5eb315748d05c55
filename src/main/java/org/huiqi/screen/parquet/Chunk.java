package org.huiqi.screen.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** One column of a row group: by a dictionary as long as that saves anything. Numbers never are, since those of ours seldom come again. Not thread-safe. */
final class Chunk {
    /** Rows of a page. */
    private static final int PAGE = 1 << 14;

    private final ColumnDescriptor column;
    private final boolean fixed;
    private final boolean numbers;
    private Values values;

    Chunk(ColumnDescriptor column) {
        PrimitiveTypeName stored = column.getPrimitiveType().getPrimitiveTypeName();
        this.column = column;
        this.fixed = stored != PrimitiveTypeName.BINARY;
        this.numbers = stored == PrimitiveTypeName.INT64;
        this.values = numbers ? new PlainValues(true) : new CodedValues();
    }

    int rows() {
        return values.rows();
    }

    long size() {
        return values.size();
    }

    void skip() {
        values.skip();
    }

    void add(Word word) {
        values.add(word);
        if (values instanceof CodedValues coded && !coded.worthwhile()) {
            values = plain(coded);
        }
    }

    void add(long number) {
        if (!(values instanceof PlainValues plain && numbers)) {
            throw new IllegalStateException(column + " holds no numbers");
        }
        plain.add(number);
    }

    /** A column of some rows, which are behind those it has. */
    void add(Sheaf sheaf, int of) {
        if (numbers) {
            long[] more = sheaf.numbers(of);
            for (int row = 0; row < more.length; row++) {
                if (sheaf.given(of, row)) {
                    add(more[row]);
                } else {
                    skip();
                }
            }
            return;
        }
        for (Word word : sheaf.words(of)) {
            if (word == null) {
                skip();
            } else {
                add(word);
            }
        }
    }

    private Values plain(CodedValues coded) {
        PlainValues plain = new PlainValues(fixed);
        for (int row = 0; row < coded.rows(); row++) {
            if (coded.present(row)) {
                plain.add(coded.word(row));
            } else {
                plain.skip();
            }
        }
        return plain;
    }

    /** A page, packed. */
    private record Page(BytesInput bytes, int size, int rows, Statistics<?> range) {}

    /** Everything that a file gets of a column. */
    record Packed(
            ColumnDescriptor column, int rows, @Nullable DictionaryPage words, List<Page> pages, Encoding encoding) {
        void write(ParquetFileWriter file) throws IOException {
            file.startColumn(column, rows, CompressionCodecName.SNAPPY);
            if (words != null) {
                file.writeDictionaryPage(words);
            }
            for (Page page : pages) {
                file.writeDataPage(
                        page.rows(),
                        page.size(),
                        page.bytes(),
                        page.range(),
                        page.rows(),
                        Encoding.RLE,
                        Encoding.RLE,
                        encoding);
            }
            file.endColumn();
        }
    }

    /** Ends the column. */
    Packed pack() {
        try {
            BytesInputCompressor packing = new Codecs().getCompressor(CompressionCodecName.SNAPPY);
            List<Page> pages = new ArrayList<>();
            for (int from = 0; from < values.rows(); from += PAGE) {
                pages.add(page(from, Math.min(values.rows(), from + PAGE), packing));
            }
            return new Packed(column, values.rows(), words(packing), pages, values.encoding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable DictionaryPage words(BytesInputCompressor packing) throws IOException {
        if (!(values instanceof CodedValues coded) || coded.words().isEmpty()) {
            return null;
        }
        PlainValues words = new PlainValues(fixed);
        coded.words().forEach(words::add);
        BytesInput page = words.page(0, words.rows(), new Values.Range(column.getPrimitiveType()));
        return new DictionaryPage(packing.compress(page), (int) page.size(), words.rows(), Encoding.PLAIN_DICTIONARY);
    }

    private Page page(int from, int to, BytesInputCompressor packing) throws IOException {
        Values.Range range = new Values.Range(column.getPrimitiveType());
        BytesInput page = BytesInput.concat(presence(from, to), values.page(from, to, range));
        return new Page(packing.compress(page), (int) page.size(), to - from, range.statistics());
    }

    private BytesInput presence(int from, int to) {
        RunsWriter levels = new RunsWriter(1, to - from);
        for (int row = from; row < to; row++) {
            levels.add(values.present(row) ? 1 : 0);
        }
        BytesInput bits = levels.bytes();
        return BytesInput.concat(BytesInput.from(BytesUtils.intToBytes((int) bits.size())), bits);
    }
}
