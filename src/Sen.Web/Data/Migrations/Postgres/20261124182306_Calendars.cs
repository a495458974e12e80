using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Calendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "calendar_changed_at",
                table: "workshops",
                type: "timestamp without time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "calendar_days",
                table: "workshops",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "calendar_number",
                table: "workshops",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "starts_on_before",
                table: "workshops",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "turns",
                table: "registrations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // Until now the row's version was the number in calendars; it must not fall.
            migrationBuilder.Sql("update workshops set calendar_number = version");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "calendar_changed_at",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "calendar_days",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "calendar_number",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "starts_on_before",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "turns",
                table: "registrations");
        }
    }
}
