/** Screening jobs: what was asked for, by whom, and how far it is. */
@NullMarked
package org.huiqi.ledger.job;

import org.jspecify.annotations.NullMarked;
