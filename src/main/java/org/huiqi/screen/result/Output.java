package org.huiqi.screen.result;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where results go. {@link #writer} may be asked from many threads, the rest comes from one thread, in the order of blocks. */
public interface Output extends Closeable {

    /** Turns blocks into bytes on one thread, off the path of writing. */
    interface Writer {
        byte[] write(Block block);
    }

    Writer writer();

    /** A block, with the bytes that a writer of this output made of it. */
    void accept(Block block, byte[] bytes) throws IOException;

    /** What is in the files by now, and on the disk: opened again with this, the output goes on from here. Empty: it cannot, at this moment or ever. */
    default List<Written> mark() throws IOException {
        return List.of();
    }

    /** Everything came; only now does the result appear under its name. */
    void finish(Summary summary) throws IOException;

    /** Without {@link #finish} nothing is left behind. */
    @Override
    void close() throws IOException;
}
