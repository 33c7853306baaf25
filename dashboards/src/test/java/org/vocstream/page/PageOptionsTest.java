package org.vocstream.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageOptionsTest {
  @Test
  void whoeverReachesItFromElsewhereNeedsAToken() {
    assertThatThrownBy(() -> new PageOptions("0.0.0.0", 8787, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it needs a token");
    assertThatThrownBy(() -> new PageOptions("0.0.0.0", 8787, "short"))
        .hasMessageContaining("fewer than 16 characters");
    assertThat(new PageOptions("0.0.0.0", 8787, "0123456789abcdef").loopback()).isFalse();
    assertThat(PageOptions.local(0).loopback()).isTrue();
  }

  @Test
  void theTokenIsInNoLog() {
    assertThat(new PageOptions("127.0.0.1", 1, "0123456789abcdef").toString())
        .doesNotContain("0123");
  }
}
