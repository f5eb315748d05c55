package org.huiqi.screen.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;

/** Values by their place in a dictionary, in the order in which they came first. */
final class CodedValues implements Values {
    private static final char NOTHING = 0xFFFF;
    private static final int MOST_WORDS = 60_000;
    private static final int LARGEST = 1 << 20;
    /** Of so many words on it is asked whether they come again. */
    private static final int LOOK = 1_000;

    /** What words remember of this dictionary: they may outlive it by millions of rows, and must not keep its values in memory. */
    private final Object token = new Object();

    private final List<Word> words = new ArrayList<>();
    private final Map<Word, Integer> places = new HashMap<>();
    private char[] ids = new char[1024];
    private int rows;
    private long size;

    /** Does it save anything? */
    boolean worthwhile() {
        int count = words.size();
        return count <= MOST_WORDS && size <= LARGEST && (count < LOOK || count < rows - rows / 4);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public long size() {
        return size + rows;
    }

    @Override
    public void skip() {
        put(NOTHING);
    }

    @Override
    public void add(Word word) {
        int place = word.place(token);
        put((char) (place < 0 ? place(word) : place));
    }

    private int place(Word word) {
        Integer known = places.putIfAbsent(word, words.size());
        int place = known == null ? words.size() : known;
        if (known == null) {
            words.add(word);
            size += word.bytes().length;
        }
        word.place(token, place);
        return place;
    }

    private void put(char id) {
        if (rows == ids.length) {
            ids = Arrays.copyOf(ids, 2 * rows);
        }
        ids[rows++] = id;
    }

    @Override
    public boolean present(int row) {
        return ids[row] != NOTHING;
    }

    /** The value of a row that has one. */
    Word word(int row) {
        return words.get(ids[row]);
    }

    List<Word> words() {
        return words;
    }

    @Override
    public Encoding encoding() {
        return words.isEmpty() ? Encoding.PLAIN : Encoding.PLAIN_DICTIONARY;
    }

    @Override
    public BytesInput page(int from, int to, Range range) {
        if (words.isEmpty()) {
            range.miss(to - from);
            return BytesInput.empty();
        }
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(words.size() - 1);
        boolean[] seen = new boolean[words.size()];
        RunsWriter runs = new RunsWriter(width, to - from);
        int missing = 0;
        for (int row = from; row < to; row++) {
            char id = ids[row];
            if (id == NOTHING) {
                missing++;
            } else {
                seen[id] = true;
                runs.add(id);
            }
        }
        range.miss(missing);
        for (int i = 0; i < seen.length; i++) {
            if (seen[i]) {
                range.add(words.get(i).bytes());
            }
        }
        return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), runs.bytes());
    }
}
