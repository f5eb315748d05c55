@NullMarked
package org.huiqi.ledger;

import org.jspecify.annotations.NullMarked;
