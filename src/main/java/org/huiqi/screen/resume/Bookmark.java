package org.huiqi.screen.resume;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Tally;
import org.huiqi.screen.result.Written;

/**
 * How far a screening is.
 *
 * @param blocks that are done; the number of the next one
 * @param written what of the output is in its files; empty at the beginning
 * @param tally of those blocks; whoever goes on adds to it
 */
public record Bookmark(long blocks, List<Written> written, Tally tally, Duplicates.Mark codes) {
    public Bookmark {
        written = List.copyOf(written);
    }

    public static Bookmark start(Tally empty) {
        return new Bookmark(0, List.of(), empty, Duplicates.Mark.START);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(blocks);
        out.writeInt(written.size());
        for (Written file : written) {
            out.writeUTF(file.file());
            out.writeLong(file.length());
        }
        out.writeInt(codes.sheets().size());
        for (Duplicates.Start start : codes.sheets()) {
            out.writeUTF(start.sheet());
            out.writeLong(start.before());
        }
        out.writeLong(codes.entries());
        out.writeLong(codes.last());
        tally.write(out);
    }

    static Bookmark read(DataInput in, Tally empty) throws IOException {
        long blocks = in.readLong();
        List<Written> written = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            written.add(new Written(in.readUTF(), in.readLong()));
        }
        List<Duplicates.Start> sheets = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sheets.add(new Duplicates.Start(in.readUTF(), in.readLong()));
        }
        Duplicates.Mark codes = new Duplicates.Mark(sheets, in.readLong(), in.readLong());
        empty.read(in);
        return new Bookmark(blocks, written, empty, codes);
    }
}
