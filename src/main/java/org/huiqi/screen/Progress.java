package org.huiqi.screen;

/** Is told how far a screening is, in the order of the rows. May stop it by throwing. */
public interface Progress {
    Progress SILENT = (read, rejected, share) -> {};

    /** {@code share}: of the whole list, 0 to 1. */
    void rows(long read, long rejected, double share);
}
