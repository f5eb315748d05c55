/** policy.yaml as values: policies, editions, requirements, documents. */
@NullMarked
package org.huiqi.policy;

import org.jspecify.annotations.NullMarked;
