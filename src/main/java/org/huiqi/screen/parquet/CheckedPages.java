package org.huiqi.screen.parquet;

import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.jspecify.annotations.Nullable;

/** The pages of a column, looked at before the library makes room for what they declare. */
record CheckedPages(PageReader pages) implements PageReader {

    /** Every word of a dictionary takes a byte at least. */
    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        DictionaryPage page = pages.readDictionaryPage();
        if (page != null && (page.getDictionarySize() < 0 || page.getDictionarySize() > page.getUncompressedSize())) {
            throw new ParquetDecodingException("a dictionary of " + page.getDictionarySize() + " words in "
                    + page.getUncompressedSize() + " bytes");
        }
        return page;
    }

    @Override
    public long getTotalValueCount() {
        return pages.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
        DataPage page = pages.readPage();
        if (page == null) {
            throw new ParquetDecodingException("a page is missing");
        }
        if (page.getValueCount() < 0 || page.getValueCount() > getTotalValueCount()) {
            throw new ParquetDecodingException(
                    "a page of " + page.getValueCount() + " values in a column of " + getTotalValueCount());
        }
        return page;
    }
}
