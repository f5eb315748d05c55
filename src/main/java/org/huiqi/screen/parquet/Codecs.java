package org.huiqi.screen.parquet;

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Packs and unpacks pages without native code, and never unpacks more than a file said it would: what a row group declares is checked before
 * it is read, and here it is held to that.
 */
final class Codecs implements CompressionCodecFactory {
    private static final long LARGEST_PAGE =
            Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 8);
    private final AtomicLong left = new AtomicLong();

    /** {@code bytes}: how much the pages to come may unpack to. */
    void allow(long bytes) {
        left.set(bytes);
    }

    static boolean known(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
            case LZO, BROTLI, LZ4 -> false;
        };
    }

    /** Writes {@code SNAPPY}, which every reader unpacks. */
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Packing(new SnappyCompressor());
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Unpacking((in, size) -> Arrays.copyOfRange(in.bytes(), in.from(), in.to()));
            case SNAPPY -> new Unpacking(block(new SnappyDecompressor()));
            case ZSTD -> new Unpacking(block(new ZstdDecompressor()));
            case LZ4_RAW -> new Unpacking(block(new Lz4Decompressor()));
            case GZIP -> new Unpacking(Codecs::gunzip);
            case LZO, BROTLI, LZ4 -> throw new IllegalArgumentException("compression " + codec);
        };
    }

    @Override
    public void release() {}

    private interface Unpack {
        byte[] unpack(Slice in, int size) throws IOException;
    }

    private static Unpack block(Decompressor decompressor) {
        return (in, size) -> {
            byte[] out = new byte[size];
            int length = decompressor.decompress(in.bytes(), in.from(), in.length(), out, 0, size);
            return length == size ? out : Arrays.copyOf(out, length);
        };
    }

    private static byte[] gunzip(Slice in, int size) throws IOException {
        InputStream bytes = new ByteArrayInputStream(in.bytes(), in.from(), in.length());
        try (InputStream stream = new GZIPInputStream(bytes)) {
            return stream.readNBytes(size);
        }
    }

    private final class Unpacking implements BytesInputDecompressor {
        private final Unpack unpack;

        Unpacking(Unpack unpack) {
            this.unpack = unpack;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE || left.addAndGet(-size) < 0) {
                throw new IOException("a page unpacks to " + size + " bytes");
            }
            try {
                byte[] out = unpack.unpack(Slice.of(bytes), size);
                if (out.length != size) {
                    throw new IOException("a page has " + out.length + " bytes instead of " + size);
                }
                return BytesInput.from(out);
            } catch (MalformedInputException e) {
                throw new IOException("a page cannot be unpacked", e);
            }
        }

        @Override
        public void decompress(java.nio.ByteBuffer in, int packed, java.nio.ByteBuffer out, int size)
                throws IOException {
            byte[] bytes = new byte[packed];
            in.get(bytes);
            out.put(decompress(BytesInput.from(bytes), size).toByteArray());
        }

        @Override
        public void release() {}
    }

    private record Packing(Compressor compressor) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            byte[] in = bytes.toByteArray();
            byte[] out = new byte[compressor.maxCompressedLength(in.length)];
            int length = compressor.compress(in, 0, in.length, out, 0, out.length);
            return BytesInput.from(out, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.SNAPPY;
        }

        @Override
        public void release() {}
    }
}
