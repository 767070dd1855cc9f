/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What people count options with. A letter alone does not say which alphabet it is
 * from: the Cyrillic "В" is the third letter there and looks like the second one
 * here. The run of letters says it.
 */

#include "config.h"

#include "pack/dialects/alphabet.h"

#include <string.h>

/* Each in its order; the first two are Latin, the second of them as it looks in
 * Cyrillic and Greek letters. A space stands for a place without a letter. */
static const char *const alphabets[] = {
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "АВС Е  Н   К МNО РQ Т   Х",
  "ΑΒ  Ε  ΗΙ ΚLΜΝΟΡ  Τ",
  "123456789",
  "АБВГДЕЖЗИК",
  "АБВГҐДЕЄЖЗ",
  "ΑΒΓΔΕΖΗΘΙΚ",
  "ابجدهوزح",
  "ابتثجحخد",
  "אבגדהוזח",
  "कखगघङच",
  "अबसदइ",
  "अआइईउऊ",
  "কখগঘঙচ",
  "অআইঈউঊ",
  "ਕਖਗਘਙ",
  "ਉਅੲਸ",
  "કખગઘઙ",
  "અબકડઇ",
  "அஆஇஈஉ",
  "అఆఇఈఉ",
  "ಅಆಇಈಉ",
  "കഖഗഘങ",
  "กขคงจฉช",
  "ກຂຄງຈ",
  "កខគឃង",
  "가나다라마바사아",
  "ㄱㄴㄷㄹㅁㅂㅅ",
  "アイウエオカキク",
  "あいうえおかきく",
  "イロハニホヘト",
  "いろはにほへと",
  "甲乙丙丁戊己庚辛",
  "一二三四五六七八九",
  "①②③④⑤⑥⑦⑧⑨",
  "❶❷❸❹❺❻❼❽❾",
  "ⒶⒷⒸⒹⒺⒻⒼⒽ",
  "აბგდევზთ",
  "ԱԲԳԴԵԶԷԸ",
  "ሀለሐመሠረ",
};

/* Bits of the table. */
#define LATIN G_GUINT64_CONSTANT (0x07)
#define CYRILLIC G_GUINT64_CONSTANT (0x30)
#define GREEK G_GUINT64_CONSTANT (0x40)

#define FULL_WIDTH 0xFEE0 /* between "A" and its full-width form */

/* The form that the tables have: one case, one width, one digit of each value. */
static gunichar
fold (gunichar letter)
{
  int digit;

  if (letter < 0x80)
    return g_ascii_toupper (letter);
  if (letter > 0xFF00 && letter < 0xFF5F)
    return g_ascii_toupper (letter - FULL_WIDTH);
  digit = g_unichar_digit_value (letter);
  if (digit > 0)
    return '0' + digit;
  /* Alif with and without its signs. */
  if (letter == 0x0622 || letter == 0x0623 || letter == 0x0625)
    return 0x0627;
  if (letter >= 0x24D0 && letter <= 0x24E9)
    return letter - 0x24D0 + 0x24B6;
  /* Georgian has capitals that nobody types. */
  if (letter >= 0x10D0 && letter <= 0x10FF)
    return letter;

  return g_unichar_toupper (letter);
}

static int
place_in (const char *alphabet, gunichar letter)
{
  int place = 0;

  for (const char *at = alphabet; *at != '\0'; at = g_utf8_next_char (at), place++)
    if (g_utf8_get_char (at) == letter)
      return place;

  return -1;
}

/* Capitals that somebody typed on the wrong keyboard. */
static DrillAlphabets
typed_as_latin (gunichar letter, guint order)
{
  if (letter == 'A' && order == 0)
    return CYRILLIC | GREEK;
  if (letter == 'B' && order == 1)
    return GREEK;
  if ((letter == 'B' && order == 2) || (letter == 'E' && order == 5))
    return CYRILLIC;

  return 0;
}

/* The alphabets in which @letter stands at @order, from 0. */
DrillAlphabets
drill_alphabets_of (gunichar letter, guint order)
{
  DrillAlphabets found = 0;

  letter = fold (letter);
  if (letter == ' ')
    return 0;
  /* Plain letters and digits are in few tables; most lines start with those. */
  if (letter >= 'A' && letter <= 'Z')
    return (letter - 'A' == order ? LATIN : 0) | typed_as_latin (letter, order);
  if (letter < 0x80)
    return letter >= '1' && letter <= '9' && letter - '1' == order ? 1u << 3 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if (place_in (alphabets[i], letter) == (int) order)
      found |= G_GUINT64_CONSTANT (1) << i;

  return found;
}

/* Returns: the place of @letter in the first alphabet of the set that has it, or
 *   -1. A Latin letter is understood whatever the options are written in */
int
drill_alphabets_get_order (DrillAlphabets self, gunichar letter)
{
  letter = fold (letter);
  if (letter == ' ')
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if ((self & (G_GUINT64_CONSTANT (1) << i)) != 0)
      {
        int place = place_in (alphabets[i], letter);

        if (place >= 0)
          return place;
      }

  return letter >= 'A' && letter <= 'Z' ? (int) (letter - 'A') : -1;
}

/* Whether @letter is in any of them. */
gboolean
drill_alphabet_is_letter (gunichar letter)
{
  letter = fold (letter);
  if (letter < 0x80)
    return (letter >= 'A' && letter <= 'Z') || (letter >= '1' && letter <= '9');
  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if (place_in (alphabets[i], letter) >= 0)
      return TRUE;

  return FALSE;
}
