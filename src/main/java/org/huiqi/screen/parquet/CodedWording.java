package org.huiqi.screen.parquet;

import org.apache.parquet.io.ParquetDecodingException;

/** Values by their place in a dictionary. */
final class CodedWording implements Wording {
    private final Dictionary words;
    private final Numbers places;
    private int[] place = {};

    CodedWording(Dictionary words, Numbers places) {
        this.words = words;
        this.places = places;
    }

    /** Words that were written once, each where the one before ended. */
    record Dictionary(byte[] bytes, int[] ends) {
        void write(int place, CellBytes to) {
            if (place < 0 || place >= ends.length) {
                throw new ParquetDecodingException("word " + place + " of a dictionary of " + ends.length);
            }
            int from = place == 0 ? 0 : ends[place - 1];
            to.write(bytes, from, ends[place] - from);
        }
    }

    @Override
    public void write(int count, CellBytes to, int[] ends, int first) {
        if (place.length < count) {
            place = new int[count];
        }
        places.read(place, count);
        for (int i = 0; i < count; i++) {
            words.write(place[i], to);
            ends[first + i] = to.length();
        }
    }
}
