package org.huiqi.screen.parquet;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

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
            coded.forget();
        }
    }

    void add(long number) {
        if (!(values instanceof PlainValues plain && numbers)) {
            throw new IllegalStateException(column + " holds no numbers");
        }
        plain.add(number);
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

    void write(ParquetFileWriter file, BytesInputCompressor packing) throws IOException {
        file.startColumn(column, values.rows(), CompressionCodecName.SNAPPY);
        if (values instanceof CodedValues coded && !coded.words().isEmpty()) {
            PlainValues words = new PlainValues(fixed);
            coded.words().forEach(words::add);
            BytesInput page = words.page(0, words.rows(), new Values.Range(column.getPrimitiveType()));
            file.writeDictionaryPage(new DictionaryPage(
                    packing.compress(page), (int) page.size(), words.rows(), Encoding.PLAIN_DICTIONARY));
        }
        for (int from = 0; from < values.rows(); from += PAGE) {
            page(from, Math.min(values.rows(), from + PAGE), file, packing);
        }
        file.endColumn();
        if (values instanceof CodedValues coded) {
            coded.forget();
        }
    }

    private void page(int from, int to, ParquetFileWriter file, BytesInputCompressor packing) throws IOException {
        Values.Range range = new Values.Range(column.getPrimitiveType());
        BytesInput page = BytesInput.concat(presence(from, to), values.page(from, to, range));
        file.writeDataPage(
                to - from,
                (int) page.size(),
                packing.compress(page),
                range.statistics(),
                to - from,
                Encoding.RLE,
                Encoding.RLE,
                values.encoding());
    }

    private BytesInput presence(int from, int to) throws IOException {
        try (RunLengthBitPackingHybridEncoder bits = Values.bits(1)) {
            for (int row = from; row < to; row++) {
                bits.writeInt(values.present(row) ? 1 : 0);
            }
            BytesInput levels = BytesInput.copy(bits.toBytes());
            return BytesInput.concat(BytesInput.from(BytesUtils.intToBytes((int) levels.size())), levels);
        }
    }
}
