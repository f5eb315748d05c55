package org.huiqi.screen.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;

/** What a file declares of itself is checked before anything is made room for. */
final class Limits {
    private static final int MOST_COLUMNS = 20_000;
    private static final long LARGEST_FOOTER =
            Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 32);
    /** Whoever has nothing to say says it in one row. */
    private static final int CELLS_OF_A_BYTE = 1_000;

    private static final int TAIL = 8;
    private final long size;
    private final Set<ColumnPath> flat = new HashSet<>();
    private final Set<ColumnPath> read = new HashSet<>();

    /** {@code size}: of the file; {@code columns}: those that are read. */
    Limits(long size, List<ColumnDescriptor> columns) {
        this.size = size;
        for (ColumnDescriptor column : columns) {
            ColumnPath path = ColumnPath.get(column.getPath());
            read.add(path);
            if (column.getMaxRepetitionLevel() == 0) {
                flat.add(path);
            }
        }
    }

    /** The end of a file says how it is to be read. */
    static void footer(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() < 3 * 4) {
                throw cut();
            }
            ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(channel.size() - TAIL);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {}
            String magic = new String(tail.array(), 4, 4, StandardCharsets.ISO_8859_1);
            if (magic.equals("PARE")) {
                throw encrypted();
            }
            long length = tail.getInt(0) & 0xFFFFFFFFL;
            if (!magic.equals("PAR1") || length > channel.size() - TAIL - 4) {
                throw cut();
            }
            if (length > LARGEST_FOOTER) {
                throw large("目录(footer)", "its footer", length);
            }
        }
    }

    private static UnreadableException cut() {
        return new UnreadableException("文件不完整:结尾不是 Parquet 的结尾", "it is incomplete: it does not end like Parquet");
    }

    private static UnreadableException encrypted() {
        return new UnreadableException("文件加了密", "it is encrypted");
    }

    private static UnreadableException large(String zh, String en, long bytes) {
        long mb = bytes >> 20;
        return new UnreadableException(
                zh + "过大(" + mb + " MB),请用更小的行组(row group)重新导出",
                en + " is too large (" + mb + " MB); export it with smaller row groups");
    }

    static void columns(int count) throws UnreadableException {
        if (count > MOST_COLUMNS) {
            throw new UnreadableException(
                    "有" + count + "列,最多" + MOST_COLUMNS + "列", "it has " + count + " columns, at most " + MOST_COLUMNS);
        }
    }

    void check(List<BlockMetaData> groups) throws UnreadableException {
        long rows = 0;
        for (BlockMetaData group : groups) {
            long packed = 0;
            rows = Math.addExact(rows, counted(group.getRowCount()));
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (read.contains(chunk.getPath())) {
                    chunk(chunk, group.getRowCount());
                    packed += chunk.getTotalSize();
                }
            }
            memory(packed, unpacked(group));
        }
        if (rows > size) {
            throw declared(rows, "行", "rows");
        }
        if (rows * read.size() > size * CELLS_OF_A_BYTE) {
            throw declared(rows * read.size(), "格", "cells");
        }
    }

    private UnreadableException declared(long count, String zh, String en) {
        return new UnreadableException(
                "声明了" + count + zh + ",文件却只有" + size + "字节",
                "it declares " + count + " " + en + " in " + size + " bytes");
    }

    /** A row group is in memory as a whole while it is read. */
    private static void memory(long packed, long unpacked) throws UnreadableException {
        long most = Runtime.getRuntime().maxMemory();
        if (packed > most / 4 || unpacked > most / 2) {
            throw large("行组", "a row group", Math.max(packed, unpacked));
        }
    }

    static long unpacked(BlockMetaData group) throws UnreadableException {
        long sum = 0;
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            sum = Math.addExact(sum, counted(chunk.getTotalUncompressedSize()));
        }
        return sum;
    }

    /** Every firm has a code of its own, so that no honest list has more rows than bytes. */
    private void chunk(ColumnChunkMetaData chunk, long rows) throws UnreadableException {
        if (!Codecs.known(chunk.getCodec())) {
            throw new UnreadableException(
                    "压缩方式 " + chunk.getCodec() + " 不支持,请用 SNAPPY、ZSTD 或 GZIP 导出",
                    "compression " + chunk.getCodec() + " is not supported; use SNAPPY, ZSTD or GZIP");
        }
        long values = counted(chunk.getValueCount());
        boolean shaped = flat.contains(chunk.getPath()) ? values == rows : values >= rows && values <= rows + size;
        if (!shaped) {
            throw lying(chunk.getPath() + ": " + values + " / " + rows);
        }
        long start = counted(chunk.getStartingPos());
        if (start > size || counted(chunk.getTotalSize()) > size - start) {
            throw lying(chunk.getPath() + " @ " + start);
        }
    }

    private static long counted(long number) throws UnreadableException {
        if (number < 0) {
            throw lying(Long.toString(number));
        }
        return number;
    }

    private static UnreadableException lying(String what) {
        return new UnreadableException("文件的目录(footer)自相矛盾: " + what, "its footer contradicts itself: " + what);
    }
}
