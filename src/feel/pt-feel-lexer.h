/* pt-feel-lexer.h: an expression as tokens, one at a time
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PT_TOKEN_END,
  PT_TOKEN_BROKEN, /* see PtFeelLexer.message */
  PT_TOKEN_NUMBER,
  PT_TOKEN_STRING,
  PT_TOKEN_WORD, /* no keyword */
  PT_TOKEN_AT,
  PT_TOKEN_PLUS,
  PT_TOKEN_MINUS,
  PT_TOKEN_TIMES,
  PT_TOKEN_SLASH,
  PT_TOKEN_POWER,
  PT_TOKEN_EQ,
  PT_TOKEN_NE,
  PT_TOKEN_LT,
  PT_TOKEN_LE,
  PT_TOKEN_GT,
  PT_TOKEN_GE,
  PT_TOKEN_OPEN,
  PT_TOKEN_CLOSE,
  PT_TOKEN_BRACKET,
  PT_TOKEN_BRACKET_END,
  PT_TOKEN_BRACE,
  PT_TOKEN_BRACE_END,
  PT_TOKEN_COMMA,
  PT_TOKEN_COLON,
  PT_TOKEN_DOT,
  PT_TOKEN_DOTS,
  PT_TOKEN_ARROW,
  PT_TOKEN_AND, /* from here on: keywords */
  PT_TOKEN_OR,
  PT_TOKEN_NOT,
  PT_TOKEN_BETWEEN,
  PT_TOKEN_IN,
  PT_TOKEN_TRUE,
  PT_TOKEN_FALSE,
  PT_TOKEN_NULL,
  PT_TOKEN_IF,
  PT_TOKEN_THEN,
  PT_TOKEN_ELSE,
  PT_TOKEN_FOR,
  PT_TOKEN_RETURN,
  PT_TOKEN_SOME,
  PT_TOKEN_EVERY,
  PT_TOKEN_SATISFIES,
  PT_TOKEN_INSTANCE,
  PT_TOKEN_FUNCTION,
  PT_N_TOKENS,
} PtFeelTokenKind;

typedef struct
{
  PtFeelTokenKind kind;
  guint at, length; /* in bytes of the text; strings with their quotation marks */
} PtFeelToken;

typedef struct
{
  const char *text;
  guint at; /* behind the token last given */
  guint count;
  const char *message; /* of a broken token */
} PtFeelLexer;

/** pt_feel_lexer_next: Returns: the token that begins at or behind PtFeelLexer.at */
PtFeelToken pt_feel_lexer_next (PtFeelLexer *self);
/** pt_feel_lexer_decode: the text of a string token, without quotes and escapes, appended to @out.
 * Returns: (nullable): what is wrong with it; then at the byte @at */
const char *
pt_feel_lexer_decode (const PtFeelLexer *self, const PtFeelToken *token, GString *out, guint *at);

gboolean pt_feel_is_word_char (gunichar c);
/** pt_feel_word_length: Returns: bytes of the word @text begins with, or 0 */
gsize pt_feel_word_length (const char *text);
/** pt_feel_space_length: Returns: bytes of white space and comments @text begins with */
gsize pt_feel_space_length (const char *text);

G_END_DECLS
