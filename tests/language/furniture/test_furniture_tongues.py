"""Furniture of pages in other languages than English: what leads elsewhere, calls to the reader, and what tells nothing."""

from __future__ import annotations

import pytest

from dateline.read.labels import blocks


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("related", ["Sur le même sujet", "Articoli correlati", "Veja também", "Lees meer", "Läs mer", "Zobacz też"]),
        (
            "related",
            ["İlgili haberler", "Читайте также: Паром у причала", "Baca juga: Kapal feri", "相关阅读", "관련 기사"],
        ),
        ("social", ["Artikel teilen", "Partager cet article", "Compartir", "Condividi", "Deel dit artikel", "Paylaş"]),
        ("social", ["Volg ons op Facebook", "Följ oss på Facebook", "Подписывайтесь на наш Telegram-канал", "シェア"]),
        ("notice", ["Cet article est réservé aux abonnés", "Schrijf je in voor onze nieuwsbrief", "Assine o jornal"]),
        (
            "notice",
            ["Dieser Artikel ist exklusiv für Abonnenten", "この記事は有料会員限定です", "Подпишитесь на рассылку"],
        ),
        ("comments", ["12 Kommentare", "Laisser un commentaire", "4 reacties", "Skriv en kommentar", "댓글 3"]),
        ("credit", ["Foto: Mira Tolland / NPA", "Crédit photo : Mira Tolland", "写真：NPA", "사진=NPA"]),
        ("caption", ["Il traghetto al molo di Sund. (Foto NPA)"]),
    ],
)
def test_a_line_of_furniture_is_told_by_its_form(label: str, lines: list[str]) -> None:
    assert {line: blocks.form(line) for line in lines} == dict.fromkeys(lines, label)


@pytest.mark.parametrize(
    "line",
    [
        "Er sagte, die Stadt teilen sich zwei Brüder seit Jahren.",
        "Partager la ville est son rêve, dit-il.",
        "Más información sobre el caso dará la fiscal hoy, dijo el juez.",
        "Del resto se ocupará el juez.",
        "Delen van de stad zitten zonder stroom.",
        "Reagir é urgente, disse a prefeita.",
        "Saiba que o cais fecha hoje, disse a prefeita.",
    ],
)
def test_a_sentence_that_begins_with_such_a_word_is_the_report(line: str) -> None:
    assert blocks.form(line) is None
