/** Screenings that outlive the process: a folder and a row of the ledger each, gone on with after any end of the process. */
@NullMarked
package org.huiqi.screen.job;

import org.jspecify.annotations.NullMarked;
