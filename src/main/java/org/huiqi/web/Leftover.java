package org.huiqi.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A body that nobody wants any more. It is thrown away while it keeps coming, within bounds, before the refusal is sent: a client that is
 * busy sending when the connection is closed sees it break, and never the answer.
 */
final class Leftover {
    private static final String READ = Leftover.class.getName();
    private static final long MOST = 20_000_000;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    /** Who has sent nothing for so long is waiting, not sending. */
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private Leftover() {}

    /** There is none: the body has been read to its end. */
    static void none(Context ctx) {
        ctx.attribute(READ, true);
    }

    /** It is not worth waiting for. */
    static void abandon(Context ctx) {
        none(ctx);
        ctx.header("Connection", "close");
    }

    /** Throws away what there is. */
    static void discard(Context ctx) {
        boolean body = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        if (!body || ctx.attribute(READ) != null) {
            return;
        }
        ctx.header("Connection", "close");
        // who asks for permission to send has not begun
        if (ctx.header("Expect") == null) {
            try {
                discard(ctx.req().getInputStream(), ctx.req().getContentLengthLong());
            } catch (IOException gone) {
                // nobody is left to answer
            }
        }
    }

    private static void discard(InputStream in, long declared) throws IOException {
        long end = System.nanoTime() + LONGEST;
        long heard = System.nanoTime();
        byte[] chunk = new byte[16_384];
        long discarded = 0;
        while (discarded < MOST && discarded != declared && before(end) && before(heard + SILENCE)) {
            if (in.available() > 0) {
                discarded += Math.max(0, in.read(chunk));
                heard = System.nanoTime();
            } else {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private static boolean before(long nanoTime) {
        return System.nanoTime() - nanoTime < 0;
    }
}
