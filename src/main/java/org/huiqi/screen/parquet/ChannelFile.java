package org.huiqi.screen.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file that is called by its name alone: where it lies is nobody's business who reads an error. */
record ChannelFile(Path path) implements InputFile {
    @Override
    public long getLength() throws IOException {
        return java.nio.file.Files.size(path);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return stream(FileChannel.open(path, StandardOpenOption.READ));
    }

    private static SeekableInputStream stream(FileChannel channel) {
        InputStream in = Channels.newInputStream(channel);
        return new DelegatingSeekableInputStream(in) {
            @Override
            public long getPos() throws IOException {
                return channel.position();
            }

            @Override
            public void seek(long position) throws IOException {
                channel.position(position);
            }
        };
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
