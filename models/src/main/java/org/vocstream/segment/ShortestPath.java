package org.vocstream.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary.Attribute;
import com.hankcs.hanlp.dictionary.other.CharType;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts Chinese into the very words that HanLP's {@code ViterbiSegment} cuts it into: the path
 * through the words of its dictionary that is cheapest by its formula, and on that path the longest
 * words of a supplementary dictionary. The dictionaries are HanLP's own; the search makes no object
 * for each word that might stand somewhere, and knows the cost of two words that never met
 * beforehand, which most are. Where numerals follow characters that the dictionary lacks it leaves
 * the text to HanLP. Immutable and safe for several threads; linear in the length of the text.
 */
final class ShortestPath {
  private static final int NONE = -1;

  /** Stands for a word where it does not matter which. */
  private static final String ANY = "词";

  private static final CoreWords CORE = new CoreWords();

  private final Segment hanlp;
  private final Trie supplement;
  private final String[] natures;

  /**
   * The words as this segment cuts them.
   *
   * @param hanlp cuts into shortest paths, and looks for no names and tags nothing
   * @param supplement its supplementary dictionary, or null where it has none
   */
  ShortestPath(Segment hanlp, DoubleArrayTrie<Attribute> supplement) {
    this.hanlp = hanlp;
    this.supplement = supplement == null ? null : new Trie(supplement);
    this.natures = new String[supplement == null ? 0 : supplement.size()];
    for (int word = 0; word < natures.length; word++) {
      natures[word] = nature(supplement.getValueAt(word));
    }
  }

  /** What HanLP holds in a double array: steps from state to state, and words where they end. */
  private static final class Trie {
    /** Where all words begin. */
    private static final int ROOT = 1;

    private final int[] base;
    private final int[] check;

    Trie(DoubleArrayTrie<Attribute> words) {
      this.base = words.getBase();
      this.check = words.getCheck();
    }

    /** The state after one more character, or {@link #NONE}. */
    int next(int state, char c) {
      int at = state + c + 1;
      return check[at] == state ? base[at] : NONE;
    }

    /** The state after some more characters, or {@link #NONE}. */
    int next(int state, char[] chars, int from, int to) {
      int after = state;
      for (int i = from; i < to && after != NONE; i++) {
        after = next(after, chars[i]);
      }
      return after;
    }

    /** Number of the word that ends at a state, or {@link #NONE}. */
    int word(int state) {
      return check[state] == state && base[state] < 0 ? -base[state] - 1 : NONE;
    }
  }

  /** The core dictionary, and what its words cost. */
  private static final class CoreWords {
    private final Trie trie = new Trie(CoreDictionary.trie);

    /** What each word counts as beside others: all names and numbers alike. */
    private final int[] kinds = new int[CoreDictionary.trie.size() + 3];

    /** How often each word, or its kind, was met. */
    private final int[] frequencies = new int[kinds.length];

    /** What each word costs after one beside which it was never met. */
    private final double[] alone = new double[kinds.length];

    private final String[] natures = new String[kinds.length];

    CoreWords() {
      for (int word = 0; word < CoreDictionary.trie.size(); word++) {
        put(word, new Vertex(ANY, CoreDictionary.trie.getValueAt(word), word));
      }
      put(unknown(CharType.CT_CHINESE), unknown(Nature.n, NONE));
      put(unknown(CharType.CT_CNUM), unknown(Nature.m, CoreDictionary.M_WORD_ID));
      put(unknown(CharType.CT_OTHER), unknown(Nature.w, NONE));
      put(CoreDictionary.BEGIN_WORD_ID, Vertex.newB());
      put(CoreDictionary.END_WORD_ID, Vertex.newE());
    }

    /** Stands for characters of a type that make no word: HanLP takes rare ones for signs. */
    int unknown(byte type) {
      int first = CoreDictionary.trie.size();
      return switch (type) {
        case CharType.CT_CHINESE -> first;
        case CharType.CT_CNUM -> first + 1;
        default -> first + 2;
      };
    }

    private static Vertex unknown(Nature nature, int kind) {
      return new Vertex(ANY, ANY, new Attribute(nature, Predefine.OOV_DEFAULT_FREQUENCY), kind);
    }

    private void put(int word, Vertex known) {
      kinds[word] = known.wordID;
      frequencies[word] = known.getAttribute().totalFrequency;
      alone[word] = cost(0, 0, frequencies[word]);
      natures[word] = nature(known.getAttribute());
    }

    /** What a word costs after another one. */
    double cost(int word, int next) {
      int together = CoreBiGramTableDictionary.getBiFrequency(kinds[word], kinds[next]);
      return together == 0 ? alone[next] : cost(frequencies[word], together, frequencies[next]);
    }

    /** As HanLP reckons it, in the same order, so that it is the same to the last bit. */
    private static double cost(int word, int together, int next) {
      return -Math.log(
          Predefine.lambda * (Predefine.myu * together / (word + 1) + 1 - Predefine.myu)
              + (1 - Predefine.lambda) * next / Predefine.TOTAL_FREQUENCY);
    }
  }

  /** The words that may stand at each place of a text, with the cheapest way to each of them. */
  private static final class Lattice {
    private static final int USUAL = 4;

    private final int length;

    /** The first of the words that begin at a place, and one past the last at the next place. */
    private final int[] rows;

    private int[] words = {};
    private int[] begins = {};
    private int[] ends = {};

    /** The word before on the cheapest way there, or {@link #NONE} as long as there is no way. */
    private int[] before = {};

    private double[] costs = {};
    private int size;

    /** False where a numeral after unknown characters may be a word and no word; HanLP knows. */
    private boolean isKnown = true;

    Lattice(char[] chars) {
      length = chars.length;
      rows = new int[length + 2];
      grow(USUAL * (length + 2));
      add(CoreDictionary.BEGIN_WORD_ID, 0, 0);
      int reached = 0;
      int unknown = NONE;
      for (int begin = 0; begin < length; begin++) {
        rows[begin] = size;
        addWords(chars, begin);
        boolean isWord = size > rows[begin];
        byte type = CharType.get(chars[begin]);
        if (unknown != NONE && isWord && type != CharType.CT_CNUM) {
          ends[unknown] = begin;
          unknown = NONE;
          reached = begin;
        }
        if (unknown != NONE
            ? type != CharType.get(chars[begin - 1])
            : begin == reached && !isWord) {
          // HanLP makes one word of unknown characters of a type, numerals of words among them.
          if (unknown != NONE) {
            ends[unknown] = begin;
            isKnown &= !isWord;
          }
          unknown = size;
          add(CORE.unknown(type), begin, length);
        } else if (begin == reached) {
          reached = ends[size - 1];
        }
      }
      rows[length] = size;
      add(CoreDictionary.END_WORD_ID, length, length);
      rows[length + 1] = size;
    }

    private void addWords(char[] chars, int begin) {
      int state = Trie.ROOT;
      for (int end = begin; end < length; end++) {
        state = CORE.trie.next(state, chars[end]);
        if (state == NONE) {
          return;
        }
        int word = CORE.trie.word(state);
        if (word != NONE) {
          add(word, begin, end + 1);
        }
      }
    }

    private void grow(int room) {
      words = Arrays.copyOf(words, room);
      begins = Arrays.copyOf(begins, room);
      ends = Arrays.copyOf(ends, room);
      before = Arrays.copyOf(before, room);
      costs = Arrays.copyOf(costs, room);
    }

    private void add(int word, int begin, int end) {
      if (size == words.length) {
        grow(2 * size);
      }
      words[size] = word;
      begins[size] = begin;
      ends[size] = end;
      before[size++] = NONE;
    }

    /** The words of the cheapest way, in order. */
    int[] cheapest() {
      reach(0);
      for (int word = rows[0]; word < rows[length]; word++) {
        if (before[word] != NONE) {
          reach(word);
        }
      }
      int count = 0;
      for (int word = before[size - 1]; word > 0; word = before[word]) {
        count++;
      }
      int[] way = new int[count];
      for (int word = before[size - 1]; word > 0; word = before[word]) {
        way[--count] = word;
      }
      return way;
    }

    /** Goes on from a word to all that begin where it ends. */
    private void reach(int word) {
      for (int next = rows[ends[word]]; next < rows[ends[word] + 1]; next++) {
        double cost = costs[word] + CORE.cost(words[word], words[next]);
        if (before[next] == NONE || costs[next] > cost) {
          before[next] = word;
          costs[next] = cost;
        }
      }
    }
  }

  /** The words of a part of a text that is all Chinese, in order. */
  List<Token> cut(String text, int start, int end) {
    char[] chars = new char[end - start];
    text.getChars(start, end, chars, 0);
    Lattice lattice = new Lattice(chars);
    if (!lattice.isKnown) {
      return byHanLp(text, start, end);
    }
    int[] way = lattice.cheapest();
    List<Token> tokens = new ArrayList<>(way.length);
    for (int i = 0; i < way.length; i++) {
      int first = way[i];
      String nature = CORE.natures[lattice.words[first]];
      int last = i;
      int state = Trie.ROOT;
      for (int to = i; to < way.length && supplement != null; to++) {
        state = supplement.next(state, chars, lattice.begins[way[to]], lattice.ends[way[to]]);
        if (state == NONE) {
          break;
        }
        int word = supplement.word(state);
        if (word != NONE) {
          nature = natures[word];
          last = to;
        }
      }
      int begin = start + lattice.begins[first];
      int stop = start + lattice.ends[way[last]];
      tokens.add(new Token(text.substring(begin, stop), begin, stop, nature));
      i = last;
    }
    return tokens;
  }

  /** The commonest part of speech. */
  private static String nature(Attribute attribute) {
    return String.valueOf(attribute.nature[0]);
  }

  private List<Token> byHanLp(String text, int start, int end) {
    List<Token> tokens = new ArrayList<>();
    int at = start;
    for (Term term : hanlp.seg(text.substring(start, end))) {
      int next = at + term.word.length();
      tokens.add(new Token(term.word, at, next, String.valueOf(term.nature)));
      at = next;
    }
    return tokens;
  }
}
