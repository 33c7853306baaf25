package org.vocstream.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The simplified form of a traditional character, one for one. The table is the one that comes with
 * HanLP, read as a plain resource so that nothing of HanLP's shared configuration is touched; its
 * word entries are left out, because they change lengths and words. Where one traditional character
 * has two simplified forms, its neighbours decide, and else the form commonest in reviews.
 * Immutable.
 */
final class TraditionalCharacters {
  private static final String TABLE = "/data/dictionary/tc/t2s.txt";

  /** Pairs that the table lacks or keeps, in the form that reviews mean by them. */
  private static final String ALSO = "瞭了祂他牠它姊姐馀余钜巨砲炮艶艳豓艳廻回粧妆拚拼裏里爲为衆众囉啰臺台";

  private final char[] simplified = new char[Character.MAX_VALUE + 1];

  TraditionalCharacters() {
    for (int c = 0; c < simplified.length; c++) {
      simplified[c] = (char) c;
    }
    try (InputStream in = TraditionalCharacters.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(
            TABLE + " is not on the class path: add the jar of HanLP (portable) to it");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Exactly one unit on each side: "發=发".
        if (line.length() == 3 && line.charAt(1) == '=') {
          simplified[line.charAt(0)] = line.charAt(2);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TABLE, e);
    }
    for (int i = 0; i < ALSO.length(); i += 2) {
      simplified[ALSO.charAt(i)] = ALSO.charAt(i + 1);
    }
  }

  /** The simplified form of {@code c}, which stands between {@code before} and {@code after}. */
  char simplify(char before, char c, char after) {
    return switch (c) {
      case '著' -> in("名作称稱者述录錄", after) || in("显顯名专專原论論编編卓昭土巨", before) ? c : '着';
      case '乾' -> in("隆坤", after) ? c : '干';
      case '瞭' -> after == '望' ? c : '了';
      case '甚' -> in("麼麽么", after) ? '什' : c;
      case '彷' -> in("彿佛", after) ? '仿' : c;
      case '藉' -> in("慰狼枕蕴蘊", before) ? c : '借';
      default -> simplified[c];
    };
  }

  private static boolean in(String set, char c) {
    return set.indexOf(c) >= 0;
  }
}
