package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypefaceTest {
  /** What renderers print themselves. */
  private static final String OURS = "▲▼□…–·、。,“”‘’()%+×÷Q0123456789";

  @Test
  void bothCutsHoldWhatWePrint() throws Exception {
    assertThat(Typeface.regular(10).canDisplayUpTo(OURS)).isEqualTo(-1);
    try (InputStream file = Typeface.boldFile()) {
      Font bold = Font.createFont(Font.TRUETYPE_FONT, file);
      assertThat(bold.canDisplayUpTo(OURS)).isEqualTo(-1);
      assertThat(bold.canDisplayUpTo("满意度指数與繁體字")).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({"沐禾 A+,沐禾 A+", "快😀了,快□了", "👍🏽,□", "❤️,□", "喆镕犇,喆镕犇", "⾏业,行业", "'a\u0007b',ab"})
  void aBoxStandsForWhatItLacks(String text, String printed) {
    assertThat(Typeface.printable(text)).isEqualTo(printed);
  }
}
