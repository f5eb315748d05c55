package org.huiqi.screen.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** Takes the pages of a column of a row group apart, one after the other: into levels and values. Not thread-safe. */
final class ColumnPages {
    private static final Numbers NOUGHTS = (to, count) -> Arrays.fill(to, 0, count, 0);
    /** The library makes room for as many values as a page of a rare encoding declares. */
    private static final int MOST_VALUES = 1 << 22;

    private static final long LARGEST_DICTIONARY = Runtime.getRuntime().maxMemory() / 8;
    private static final int PIECE = 1_000;

    private final ColumnDescriptor column;
    private final ValueText text;
    private final PageReader pages;
    private CodedWording.@Nullable Dictionary dictionary;
    private boolean begun;

    /**
     * A page.
     *
     * @param count of levels; values only where the definition says that there is one
     */
    record Page(int count, Numbers repetition, Numbers definition, Wording values) {}

    ColumnPages(ColumnDescriptor column, ValueText text, PageReader pages) {
        this.column = column;
        this.text = text;
        this.pages = pages;
    }

    Page next() throws IOException {
        if (!begun) {
            begun = true;
            dictionary();
        }
        return pages.readPage().accept(new DataPage.Visitor<>() {
            @Override
            public Page visit(DataPageV1 page) {
                return opened(() -> first(page));
            }

            @Override
            public Page visit(DataPageV2 page) {
                return opened(() -> second(page));
            }
        });
    }

    private static Page opened(UnreadableException.Reading<Page> page) {
        try {
            return page.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dictionary() throws IOException {
        DictionaryPage page = pages.readDictionaryPage();
        if (page == null) {
            return;
        }
        if (page.getEncoding() != Encoding.PLAIN && page.getEncoding() != Encoding.PLAIN_DICTIONARY) {
            throw new ParquetDecodingException("a dictionary in " + page.getEncoding());
        }
        Slice slice = Slice.of(page.getBytes());
        CellBytes words = new CellBytes(slice.length());
        int[] ends = new int[page.getDictionarySize()];
        Wording plain = PlainWording.of(column.getPrimitiveType(), text, slice);
        for (int at = 0; at < ends.length; at += PIECE) {
            plain.write(Math.min(PIECE, ends.length - at), words, ends, at);
            if (words.length() > LARGEST_DICTIONARY) {
                throw new ParquetDecodingException("a dictionary of more than " + LARGEST_DICTIONARY + " bytes");
            }
        }
        dictionary = new CodedWording.Dictionary(words.bytes(), ends);
    }

    /** Levels behind their lengths, and values, all packed as one. */
    private Page first(DataPageV1 page) throws IOException {
        Slice rest = Slice.of(page.getBytes());
        int count = page.getValueCount();
        Numbers[] levels = new Numbers[2];
        int[] greatest = {column.getMaxRepetitionLevel(), column.getMaxDefinitionLevel()};
        Encoding[] encodings = {page.getRlEncoding(), page.getDlEncoding()};
        for (int i = 0; i < levels.length; i++) {
            if (greatest[i] == 0) {
                levels[i] = NOUGHTS;
            } else if (encodings[i] == Encoding.RLE) {
                Slice counted = rest.counted();
                levels[i] = new Runs(counted, width(greatest[i]));
                rest = rest.behind(Integer.BYTES + counted.length());
            } else if (encodings[i] == Encoding.BIT_PACKED) {
                int length = Math.toIntExact(((long) count * width(greatest[i]) + Byte.SIZE - 1) / Byte.SIZE);
                levels[i] = new OldBits(rest.front(length), width(greatest[i]));
                rest = rest.behind(length);
            } else {
                throw new ParquetDecodingException("levels in " + encodings[i]);
            }
        }
        return new Page(count, levels[0], levels[1], values(page.getValueEncoding(), count, rest));
    }

    private Page second(DataPageV2 page) throws IOException {
        return new Page(
                page.getValueCount(),
                levels(Slice.of(page.getRepetitionLevels()), column.getMaxRepetitionLevel()),
                levels(Slice.of(page.getDefinitionLevels()), column.getMaxDefinitionLevel()),
                values(page.getDataEncoding(), page.getValueCount(), Slice.of(page.getData())));
    }

    private static Numbers levels(Slice slice, int greatest) {
        return greatest == 0 ? NOUGHTS : new Runs(slice, width(greatest));
    }

    private static int width(int greatest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
    }

    /** A page of nothing but gaps may have no values at all, not even the width of their places. */
    private Wording values(Encoding encoding, int count, Slice slice) throws IOException {
        PrimitiveTypeName stored = column.getPrimitiveType().getPrimitiveTypeName();
        return switch (encoding) {
            case PLAIN -> PlainWording.of(column.getPrimitiveType(), text, slice);
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> coded(slice);
            case RLE, BIT_PACKED, DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY, BYTE_STREAM_SPLIT ->
                new LibraryWording(stored, text, foreign(encoding, count, slice));
        };
    }

    private Wording coded(Slice slice) {
        if (dictionary == null) {
            throw new ParquetDecodingException("a dictionary is missing");
        }
        Numbers places = slice.length() == 0 ? new Runs(slice, 0) : new Runs(slice.behind(1), slice.first());
        return new CodedWording(dictionary, places);
    }

    private ValuesReader foreign(Encoding encoding, int count, Slice slice) throws IOException {
        if (count > MOST_VALUES) {
            throw new ParquetDecodingException("a page of " + count + " values in " + encoding);
        }
        ValuesReader values = encoding.getValuesReader(column, ValuesType.VALUES);
        values.initFromPage(count, ByteBufferInputStream.wrap(slice.buffer()));
        return values;
    }
}
