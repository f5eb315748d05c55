package org.huiqi.screen.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The end of a file in the making: where its row groups are. What is known of each is kept elsewhere too, so that another process can go on. */
final class Footer {
    private final DataOutputStream kept;
    private final List<RowGroup> groups = new ArrayList<>();
    private @Nullable FileMetaData file;
    private long rows;

    Footer(OutputStream kept) {
        this.kept = new DataOutputStream(kept);
    }

    /** {@code before}: what another footer has kept. */
    void read(InputStream before) throws IOException {
        DataInputStream in = new DataInputStream(before);
        try {
            for (int length = in.readInt(); ; length = in.readInt()) {
                know(in.readNBytes(length));
            }
        } catch (EOFException end) {
            // every group has been read
        }
    }

    /** One more group, by the footer it would have as the only one. */
    void add(byte[] alone) throws IOException {
        kept.writeInt(alone.length);
        kept.write(alone);
        know(alone);
    }

    private void know(byte[] alone) throws IOException {
        FileMetaData one = Util.readFileMetaData(new ByteArrayInputStream(alone));
        for (RowGroup group : one.getRow_groups()) {
            group.unsetOrdinal();
            groups.add(group);
        }
        rows += one.getNum_rows();
        file = file == null ? one : file;
    }

    boolean empty() {
        return groups.isEmpty();
    }

    void write(OutputStream out) throws IOException {
        FileMetaData whole = java.util.Objects.requireNonNull(file);
        whole.setRow_groups(groups);
        whole.setNum_rows(rows);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(whole, bytes);
        bytes.writeTo(out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.size())
                .array());
        out.write(Group.MAGIC);
    }
}
