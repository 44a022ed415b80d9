"""Words in the names of layouts, in the interface languages that facilitators work in.

They only decide between layouts that would do alike; names are as their makers wrote them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.documents.slides import LayoutName

if TYPE_CHECKING:
    from collections.abc import Mapping

HINTS: Mapping[LayoutName, tuple[str, ...]] = {
    LayoutName.TITLE: (
        "titl",
        "titre",
        "título",
        "titelfolie",
        "титул",
        "标题幻灯片",
        "شريحة عنوان",
    ),
    LayoutName.AGENDA: ("agenda", "ordre du jour", "orden del día", "повестка", "议程", "جدول"),
    LayoutName.OBJECTIVES: ("objecti", "objeti", "lernziel", "цели", "目标", "目的", "أهداف"),
    LayoutName.DIVIDER: (
        "section head",
        "section divider",
        "titre de section",
        "intertitre",
        "encabezado de sección",
        "abschnitt",
        "заголовок раздела",
        "节标题",
        "章节",
        "عنوان المقطع",
        "فاصل",
    ),
    LayoutName.KEY_MESSAGES: (
        "key message",
        "messages clés",
        "mensajes clave",
        "kernbotschaft",
        "ключевые",
        "要点",
        "رسائل",
    ),
    LayoutName.QUESTION: ("question", "pregunta", "frage", "вопрос", "问题", "سؤال"),
    LayoutName.STATEMENT: (
        "statement",
        "déclaration",
        "affirmation",
        "aussage",
        "тезис",
        "陈述",
        "بيان",
    ),
    LayoutName.CLOSING: ("closing", "clôture", "cierre", "abschluss", "заключение", "结束", "ختام"),
    LayoutName.THANKS: ("thank", "merci", "gracias", "danke", "спасибо", "谢谢", "致谢", "شكر"),
    LayoutName.QUOTE: ("quote", "citation", "cita", "zitat", "цитата", "引言", "引用", "اقتباس"),
    LayoutName.CONTENT: ("content", "contenu", "contenido", "inhalt", "объект", "内容", "محتوى"),
    LayoutName.ACTIVITY: (
        "activity",
        "activité",
        "actividad",
        "aktivität",
        "упражнение",
        "活动",
        "نشاط",
    ),
}
"""Parts of names, in small letters where there are any."""
